"""Lines of the program's files. Library code has no text here: its lines are empty."""
import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}  # name -> (size, mtime, lines, full name), or (function that answers the text,)


def getline(filename, lineno, module_globals=None):
    """Get a line for a Python source file; '' where there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def getlines(filename, module_globals=None):
    """Get the lines for a Python source file from the cache."""
    if filename in cache:
        entry = cache[filename]
        if len(entry) != 1:
            return entry[2]
    return updatecache(filename, module_globals)


def clearcache():
    """Clear the cache entirely."""
    cache.clear()


def checkcache(filename=None):
    """Discard cache entries that are out of date."""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is not None and len(entry) != 1 and entry[1] is not None:
            text = sys._source_text(name)
            if text is None or text.splitlines(keepends=True) != entry[2]:
                del cache[name]


def updatecache(filename, module_globals=None):
    """Update a cache entry and return its list of lines."""
    entry = cache.pop(filename, None)
    if not filename:
        return []
    if entry is not None and len(entry) == 1:
        text = entry[0]()
        if text is None:
            return []
        mtime = None
    else:
        text, mtime = sys._source_text(filename), 0
        if text is None:
            if filename.startswith("<") and filename.endswith(">"):
                return []
            try:
                with open(filename) as f:
                    text = f.read()
            except Exception:
                return []
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = len(text), mtime, lines, filename
    return lines


def lazycache(filename, module_globals):
    """Seed the cache with the loader of a module that is not a file."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return False
    if module_globals and "__name__" in module_globals:
        spec = module_globals.get("__spec__")
        name = getattr(spec, "name", None) or module_globals["__name__"]
        loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
        get_source = getattr(loader, "get_source", None)
        if name and get_source:
            cache[filename] = (lambda: get_source(name),)
            return True
    return False
