# importlib: by name, again, and with a package to be relative to.
import importlib
import sys
import counter
print(counter.count, counter.__name__)
counter.extra = "kept"
counter.count = 99
again = importlib.reload(counter)
print(again is counter, counter.count, counter.extra, counter.loaded)
m = importlib.import_module("kit.tool")
print(m.name(), m is sys.modules["kit.tool"])
print(importlib.import_module(".tool", "kit") is m, importlib.import_module("..other", "kit.sub").X)
for args in ((".tool",), ("nothing.at.all",), ("",), ("....x", "kit")):
    try:
        importlib.import_module(*args)
    except Exception as e:
        print(type(e).__name__, e)
for bad in (1, sys):
    try:
        print(importlib.reload(bad) is sys)
    except TypeError as e:
        print(e)
del sys.modules["counter"]
try:
    importlib.reload(counter)
except ImportError as e:
    print(e, e.name)
import counter as fresh
print(fresh is counter, fresh.loaded, hasattr(fresh, "extra"))
print(__import__("kit.tool").__name__, __import__("kit.tool", fromlist=["name"]).__name__)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
sys.modules["made"] = counter
import made
print(made is counter)
import importlib.util
print(importlib.util.find_spec("counter").name, importlib.util.find_spec("nope"), importlib.util.find_spec("kit") is not None)
