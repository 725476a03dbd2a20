"""Specifications of modules."""
import sys
from importlib.machinery import ModuleSpec


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    base = package.rsplit(".", level - 1)[0]
    return f"{base}.{name[level:]}" if name[level:] else base


def find_spec(name, package=None):
    """Return the spec for the specified module, None when there is no such module."""
    full = resolve_name(name, package) if name.startswith(".") else name
    if full in sys.modules:
        module = sys.modules[full]
        if module is None:
            return None
        return ModuleSpec(full, None, origin=getattr(module, "__file__", None), is_package=hasattr(module, "__path__"))
    if "." in full:
        __import__(full.rpartition(".")[0])
    return ModuleSpec(full, None) if sys._has_module(full) else None


def module_from_spec(spec):
    """Create a module based on the provided spec."""
    module = type(sys)(spec.name)
    module.__spec__ = spec
    return module


def spec_from_file_location(name, location=None, **kwargs):
    raise UnsupportedError("importlib.util.spec_from_file_location() is not supported: put the file into the project "
                           "and import it by its name")


class LazyLoader:
    def __init__(self, loader):
        raise UnsupportedError("importlib.util.LazyLoader is not supported")
