SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self.cached = None
        self.has_location = origin is not None

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"ModuleSpec({', '.join(parts)})"


class SourceFileLoader:
    """Loads a module from a file of the disk."""

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def create_module(self, spec):
        return None

    def get_source(self, fullname=None):
        with open(self.path) as f:
            return f.read()

    def exec_module(self, module):
        exec(compile(self.get_source(), self.path, "exec"), module.__dict__)

    def load_module(self, fullname=None):
        import sys
        import types
        module = types.ModuleType(self.name)
        module.__file__ = self.path
        sys.modules[self.name] = module
        self.exec_module(module)
        return module


class BuiltinImporter:
    @staticmethod
    def exec_module(module):
        pass
