# Runs on the engine: compares what is there with reference.json, and prints what is missing, as JSON.
import builtins
import importlib
import json
import types

with open("reference.json") as f:
    reference = json.load(f)

TYPES = {
    "function": types.FunctionType, "method": types.MethodType, "code": types.CodeType, "generator": types.GeneratorType,
    "coroutine": types.CoroutineType, "async_generator": types.AsyncGeneratorType, "frame": types.FrameType,
    "traceback": types.TracebackType, "module": types.ModuleType, "cell": types.CellType,
    "dict_keys": type({}.keys()), "dict_values": type({}.values()), "dict_items": type({}.items()),
}


def has(owner, name):
    try:
        getattr(owner, name)
    except Exception:  # an AttributeError, or the error that says what is not supported
        return False
    return True


missing = {}
for name, want in reference["modules"].items():
    try:
        module = importlib.import_module(name)
    except ImportError:
        missing[name] = None
        continue
    gone = []
    for n in want["names"]:
        if not has(module, n):
            gone.append(n)
            continue
        cls = getattr(module, n)
        gone += [f"{n}.{a}" for a in want["classes"].get(n, ()) if not has(cls, a)]
    missing[name] = gone
lost = {}
for name, want in reference["types"].items():
    cls = TYPES.get(name) or getattr(builtins, name)
    lost[name] = [a for a in want if not has(cls, a)]
print(json.dumps({"modules": missing, "types": lost}))
