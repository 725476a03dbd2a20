curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return method(path)


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith("/")


def join(a, *p):
    path = _text(a)
    for b in map(_text, p):
        if b.startswith("/"):
            path = b
        elif not path or path.endswith("/"):
            path += b
        else:
            path += "/" + b
    return path


def split(p):
    p = _text(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def splitext(p):
    p = _text(p)
    slash, dot = p.rfind("/"), p.rfind(".")
    if dot > slash and p[slash + 1:dot].strip("."):
        return p[:dot], p[dot:]
    return p, p[:0]


def splitdrive(p):
    p = _text(p)
    return p[:0], p


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    lead = ""
    if path.startswith("/"):
        lead = "//" if path.startswith("//") and not path.startswith("///") else "/"
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or not lead and not parts or parts and parts[-1] == "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return lead + "/".join(parts) or "."


def abspath(path):
    import os
    return normpath(join(os.getcwd(), path))


def realpath(filename, *, strict=False):
    return abspath(filename)


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    a = [x for x in abspath(start or ".").split("/") if x]
    b = [x for x in abspath(path).split("/") if x]
    n = 0
    while n < len(a) and n < len(b) and a[n] == b[n]:
        n += 1
    return "/".join([".."] * (len(a) - n) + b[n:]) or "."


def commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    paths = list(map(_text, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = {p.startswith("/") for p in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[c for c in p.split("/") if c and c != "."] for p in paths]
    first, last = min(split_paths), max(split_paths)
    common = first
    for i, c in enumerate(first):
        if c != last[i]:
            common = first[:i]
            break
    return ("/" if absolute.pop() else "") + "/".join(common)


def expanduser(path):
    import os
    path = _text(path)
    if path == "~" or path.startswith("~/"):
        return (os.environ.get("HOME", "/").rstrip("/") + path[1:]) or "/"
    return path


def expandvars(path):
    import os
    path = _text(path)
    out, i = [], 0
    while i < len(path):
        j = path.find("$", i)
        if j < 0:
            break
        out.append(path[i:j])
        if path[j + 1:j + 2] == "{" and "}" in path[j:]:
            end = path.index("}", j)
            name, i = path[j + 2:end], end + 1
        else:
            end = j + 1
            while end < len(path) and (path[end].isalnum() or path[end] == "_"):
                end += 1
            name, i = path[j + 1:end], end
        out.append(os.environ.get(name, path[j:i]))
    out.append(path[i:])
    return "".join(out)
