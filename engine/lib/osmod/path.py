import posix as _posix

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = True


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return method(path)


def _words(path, *texts):
    return texts if isinstance(path, str) else tuple([t.encode() for t in texts])


def normcase(s):
    return _text(s)


def isabs(s):
    s = _text(s)
    return s.startswith(_words(s, "/")[0])


def join(a, *p):
    path = _text(a)
    sep, = _words(path, "/")
    for b in p:
        if not isinstance(b, (str, bytes)):
            if not hasattr(type(b), "__fspath__"):
                raise TypeError("join() argument must be str, bytes, or os.PathLike object, not "
                                f"{type(b).__name__!r}")
            b = _text(b)
        if type(b) is not type(path) and isinstance(b, str) != isinstance(path, str):
            raise TypeError("Can't mix strings and bytes in path components")
        if b.startswith(sep):
            path = b
        elif not path or path.endswith(sep):
            path += b
        else:
            path += sep + b
    return path


def split(p):
    p = _text(p)
    sep, = _words(p, "/")
    i = p.rfind(sep) + 1
    head, tail = p[:i], p[i:]
    if head and head != sep * len(head):
        head = head.rstrip(sep)
    return head, tail


def splitext(p):
    p = _text(p)
    sep, ext = _words(p, "/", ".")
    slash, dot = p.rfind(sep), p.rfind(ext)
    if dot > slash and p[slash + 1:dot].strip(ext):
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
    sep, dot, dots, empty = _words(path, "/", ".", "..", "")
    if not path:
        return dot
    lead = empty
    if path.startswith(sep):
        lead = sep * 2 if path.startswith(sep * 2) and not path.startswith(sep * 3) else sep
    parts = []
    for part in path.split(sep):
        if part in (empty, dot):
            continue
        if part != dots or not lead and not parts or parts and parts[-1] == dots:
            parts.append(part)
        elif parts:
            parts.pop()
    return lead + sep.join(parts) or dot


def abspath(path):
    path = _text(path)
    if not isabs(path):
        cwd = _posix.getcwd()
        path = join(cwd if isinstance(path, str) else cwd.encode(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    path = _text(filename)
    sep, dot, dots, empty = _words(path, "/", ".", "..", "")
    cwd = _posix.getcwd()
    here = sep if isabs(path) else (cwd if isinstance(path, str) else cwd.encode())
    rest = [p for p in reversed(path.split(sep))]
    links = 0
    while rest:
        part = rest.pop()
        if part in (empty, dot):
            continue
        if part == dots:
            here = dirname(here) or sep
            continue
        new = join(here, part)
        try:
            target = _posix.readlink(new)
        except FileNotFoundError:
            if strict:
                raise
            here = new
            continue
        except OSError:
            here = new
            continue
        links += 1
        if links > 40:
            if strict:
                _posix._stat(new)
            here = new
            continue
        if isabs(target):
            here = sep
        rest.extend(reversed(target.split(sep)))
    return here


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    path = _text(path)
    sep, dot, dots = _words(path, "/", ".", "..")
    a = [x for x in abspath(dot if start is None else _text(start)).split(sep) if x]
    b = [x for x in abspath(path).split(sep) if x]
    n = 0
    while n < len(a) and n < len(b) and a[n] == b[n]:
        n += 1
    return sep.join([dots] * (len(a) - n) + b[n:]) or dot


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [_text(p) for p in m]
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    paths = list(map(_text, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    sep, dot, empty = _words(paths[0], "/", ".", "")
    if any(isinstance(p, str) != isinstance(paths[0], str) for p in paths):
        raise TypeError("Can't mix strings and bytes in path components")
    absolute = {p.startswith(sep) for p in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[c for c in p.split(sep) if c and c != dot] for p in paths]
    first, last = min(split_paths), max(split_paths)
    common = first
    for i, c in enumerate(first):
        if c != last[i]:
            common = first[:i]
            break
    else:
        common = first[:len(last)]
    return (sep if absolute.pop() else empty) + sep.join(common)


def expanduser(path):
    import os
    path = _text(path)
    tilde, sep = _words(path, "~", "/")
    if path == tilde or path.startswith(tilde + sep):
        home = os.environ.get("HOME", "/").rstrip("/")
        return ((home if isinstance(path, str) else home.encode()) + path[1:]) or sep
    return path


def expandvars(path):
    import os
    path = _text(path)
    if isinstance(path, bytes):
        return expandvars(path.decode()).encode()
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


# ---- what asks the disk


def _mode(path, follow=True):
    try:
        return _posix._stat(path, follow)[0]
    except (OSError, ValueError):
        return 0


def exists(path):
    return _mode(path) != 0


def lexists(path):
    return _mode(path, False) != 0


def isfile(path):
    return _mode(path) & 0o170000 == 0o100000


def isdir(s):
    return _mode(s) & 0o170000 == 0o040000


def islink(path):
    return _mode(path, False) & 0o170000 == 0o120000


def ismount(path):
    return realpath(path) in ("/", b"/")


def getsize(filename):
    return _posix._stat(filename)[6]


def getatime(filename):
    return _posix._stat(filename)[7] / 1e9


def getmtime(filename):
    return _posix._stat(filename)[8] / 1e9


def getctime(filename):
    return _posix._stat(filename)[9] / 1e9


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    return _posix._stat(f1)[1:3] == _posix._stat(f2)[1:3]


def sameopenfile(fp1, fp2):
    return samefile(fp1, fp2)
