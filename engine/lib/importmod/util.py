import sys
import types
import _imp
from importlib.machinery import ModuleSpec, SourceFileLoader, BuiltinImporter


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {repr(name)} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{bits[0]}.{name[level:]}" if name[level:] else bits[0]


def find_spec(name, package=None):
    fullname = resolve_name(name, package)
    parent = fullname.rpartition(".")[0]
    if parent:
        __import__(parent)
    found = _imp.find(fullname)
    if found is None:
        return None
    file, is_package = found
    loader = BuiltinImporter if file is None else SourceFileLoader(fullname, file)
    spec = ModuleSpec(fullname, loader, origin="built-in" if file is None else file, is_package=is_package)
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    import os
    path = os.fspath(location)
    spec = ModuleSpec(name, loader or SourceFileLoader(name, path), origin=path,
                      is_package=submodule_search_locations is not None)
    return spec


def module_from_spec(spec):
    module = spec.loader.create_module(spec) if hasattr(spec.loader, "create_module") else None
    if module is None:
        module = types.ModuleType(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    if spec.has_location:
        module.__file__ = spec.origin
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    return module
