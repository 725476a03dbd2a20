import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob"]

_magic = re.compile("([*?[])")
_magic_bytes = re.compile(b"([*?[])")


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    seen_empty = False
    for name in _find(pathname, root, recursive, False, include_hidden):
        if not name and not seen_empty:
            seen_empty = True
            continue
        yield name


def has_magic(s):
    return (_magic_bytes if isinstance(s, bytes) else _magic).search(s) is not None


def _hidden(name):
    return name[:1] in (".", b".")


def _join(a, b):
    return os.path.join(a, b) if a and b else a or b


def _find(pathname, root, recursive, only_dirs, hidden):
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        if basename:
            if os.path.lexists(_join(root, pathname)):
                yield pathname
        elif os.path.isdir(_join(root, dirname)):
            yield pathname
        return
    deep = recursive and basename in ("**", b"**")
    if not dirname:
        yield from _below(root, basename, only_dirs, hidden) if deep else _in(root, basename, only_dirs, hidden)
        return
    if dirname != pathname and has_magic(dirname):
        dirs = _find(dirname, root, recursive, True, hidden)
    else:
        dirs = [dirname]
    for d in dirs:
        where = _join(root, d)
        if not has_magic(basename):
            if basename:
                found = [basename] if os.path.lexists(_join(where, basename)) else []
            else:
                found = [basename] if os.path.isdir(where) else []
        elif deep:
            found = _below(where, basename, only_dirs, hidden)
        else:
            found = _in(where, basename, only_dirs, hidden)
        for name in found:
            yield os.path.join(d, name)


def _names(d, only_dirs):
    try:
        with os.scandir(d or (b"." if isinstance(d, bytes) else ".")) as it:
            return [e.name for e in it if not only_dirs or e.is_dir()]
    except OSError:
        return []


def _in(d, pattern, only_dirs, hidden):
    names = _names(d, only_dirs)
    if not (hidden or _hidden(pattern)):
        names = [n for n in names if not _hidden(n)]
    return fnmatch.filter(names, pattern)


def _below(d, pattern, only_dirs, hidden):
    if not d or os.path.isdir(d):
        yield pattern[:0]
    yield from _walk(d, only_dirs, hidden)


def _walk(d, only_dirs, hidden):
    for name in _names(d, only_dirs):
        if hidden or not _hidden(name):
            yield name
            path = _join(d, name)
            for below in _walk(path, only_dirs, hidden) if os.path.isdir(path) else ():
                yield _join(name, below)


def escape(pathname):
    if isinstance(pathname, bytes):
        return _magic_bytes.sub(br"[\1]", pathname)
    return _magic.sub(r"[\1]", pathname)
