import functools
import os
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=32768, typed=True)
def _compile(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(str(pat, "ISO-8859-1")).encode("ISO-8859-1")).match
    return re.compile(translate(pat)).match


def filter(names, pat):
    match = _compile(os.path.normcase(pat))
    return [name for name in names if match(os.path.normcase(name))]


def fnmatchcase(name, pat):
    return _compile(pat)(name) is not None


def _set(body):
    """The regular expression of [body]."""
    negate = body.startswith("!")
    if negate:
        body = body[1:]
    if "-" not in body:
        items = body.replace("\\", r"\\")
    else:
        chunks, start = [], 0
        k = 1
        while (k := body.find("-", k)) >= 0:
            chunks.append(body[start:k])
            start = k + 1
            k += 3
        rest = body[start:]
        if rest:
            chunks.append(rest)
        else:
            chunks[-1] += "-"
        for k in range(len(chunks) - 1, 0, -1):     # ranges that hold nothing
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
                del chunks[k]
        items = "-".join([c.replace("\\", r"\\").replace("-", r"\-") for c in chunks])
    items = re.sub(r"([&~|])", r"\\\1", items)
    if not items:
        return "." if negate else "(?!)"
    if negate:
        return f"[^{items}]"
    if items[0] in "^[":
        items = "\\" + items
    return f"[{items}]"


def translate(pat):
    STAR = object()
    parts, i, n = [], 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == "*":
            if not parts or parts[-1] is not STAR:
                parts.append(STAR)
        elif c == "?":
            parts.append(".")
        elif c == "[":
            j = i
            if pat[j:j + 1] == "!":
                j += 1
            if pat[j:j + 1] == "]":
                j += 1
            j = pat.find("]", j)
            if j < 0:
                parts.append(r"\[")
            else:
                parts.append(_set(pat[i:j]))
                i = j + 1
        else:
            parts.append(re.escape(c))
    # Between stars: the shortest way to the next fixed part, which is never taken back.
    groups = [[]]
    for p in parts:
        if p is STAR:
            groups.append([])
        else:
            groups[-1].append(p)
    out = "".join(groups[0])
    for g in groups[1:-1]:
        out += "(?>.*?" + "".join(g) + ")"
    if len(groups) > 1:
        out += ".*" + "".join(groups[-1])
    return rf"(?s:{out})\Z"
