# Modules that the program writes itself, and then imports.
import importlib
import os
import sys
import tempfile
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "generated.py"), "w") as f:
        f.write("VALUE = 1\ndef f():\n    return VALUE * 10\n")
    os.mkdir(os.path.join(folder, "gen_pkg"))
    for name, text in (("__init__.py", "from .part import x\n"), ("part.py", "x = 'part'\n")):
        with open(os.path.join(folder, "gen_pkg", name), "w") as f:
            f.write(text)
    try:
        import generated
    except ModuleNotFoundError as e:
        print(e)
    sys.path.insert(0, folder)
    importlib.invalidate_caches()
    import generated
    import gen_pkg.part
    print(generated.f(), gen_pkg.x, os.path.basename(generated.__file__))
    sys.path.remove(folder)
    spec = importlib.util.spec_from_file_location("other_name", os.path.join(folder, "generated.py")) if hasattr(importlib, "util") else None
    import importlib.util
    spec = importlib.util.spec_from_file_location("other_name", os.path.join(folder, "generated.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    print(module.__name__, module.VALUE, module is generated, "other_name" in sys.modules)
try:
    import after_the_folder
except ModuleNotFoundError as e:
    print(e)
