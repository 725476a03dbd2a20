"""Importing modules by name. There are no loaders and finders that a program could change."""
import sys
import warnings

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]
__import__ = __import__


def import_module(name, package=None):
    """Import a module; a relative name needs the package that it is relative to."""
    level = len(name) - len(name.lstrip("."))
    if level:
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        base = package.split(".")
        if level > len(base):
            raise ImportError("attempted relative import beyond top-level package")
        base = base[:len(base) - level + 1]
        name = ".".join(base + ([name[level:]] if name[level:] else []))
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Call the invalidate_caches() method on all meta path finders: there are no caches."""


def reload(module):
    """Import a module anew, in the namespace that it has."""
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    del sys.modules[name]
    try:
        __import__(name)
        module.__dict__.update(sys.modules[name].__dict__)
    finally:
        sys.modules[name] = module
    return module
