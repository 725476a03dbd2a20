"""Record what the reference has: the public names of modules, of their classes and of the built-in types.

    /usr/bin/python3 content/coverage/record.py

Writes reference.json beside this file. Needs CPython 3.11 with greenlet, gevent and psutil.
"""

import builtins
import importlib
import json
import pathlib
import sys
import types
import warnings

warnings.simplefilter("ignore")

MODULES = """
time sys os os.path math random functools itertools collections collections.abc contextlib dataclasses enum typing abc
types operator string re json datetime logging copy heapq bisect weakref inspect traceback warnings io pathlib textwrap
pprint reprlib statistics decimal fractions numbers hashlib hmac base64 binascii uuid secrets struct array signal atexit gc
timeit unittest unittest.mock argparse shutil tempfile glob fnmatch csv pickle copyreg contextvars keyword linecache
difflib errno stat html http urllib.parse calendar cmath platform zlib gzip bz2 tracemalloc ast opcode doctest shlex getopt
asyncio threading queue sched concurrent.futures select selectors socket socketserver
multiprocessing multiprocessing.pool multiprocessing.connection multiprocessing.managers multiprocessing.shared_memory
multiprocessing.synchronize multiprocessing.queues psutil
greenlet gevent gevent.event gevent.greenlet gevent.hub gevent.local gevent.lock gevent.monkey gevent.pool gevent.pywsgi
gevent.queue gevent.select gevent.server gevent.socket gevent.threadpool gevent.timeout gevent.util
""".split()

TYPES = [
    object, type, int, float, complex, bool, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset, range,
    slice, property, classmethod, staticmethod, super, enumerate, zip, map, filter, reversed, BaseException, ExceptionGroup,
]
MORE = {
    "function": types.FunctionType, "method": types.MethodType, "code": types.CodeType, "generator": types.GeneratorType,
    "coroutine": types.CoroutineType, "async_generator": types.AsyncGeneratorType, "frame": types.FrameType,
    "traceback": types.TracebackType, "module": types.ModuleType, "cell": types.CellType,
    "dict_keys": type({}.keys()), "dict_values": type({}.values()), "dict_items": type({}.items()),
}


# Numbers of the operating system, hundreds of them: whoever uses one of those that are there has them by name.
NUMBERS = {"os", "socket", "gevent.socket", "errno", "stat", "psutil"}


def public(name):
    return not name.startswith("_")


def names_of(module):
    """What a module offers: its __all__, or what it defines itself."""
    listed = getattr(module, "__all__", None)
    if listed is not None:
        return sorted(set(filter(public, listed)))
    found = []
    for name in filter(public, dir(module)):
        value = getattr(module, name)
        home = getattr(value, "__module__", None)
        if isinstance(value, types.ModuleType) or (isinstance(home, str) and home.split(".")[0].lstrip("_") != module.__name__.split(".")[0]):
            if not (module.__name__ in ("os", "time", "signal", "socket", "select") and not isinstance(value, types.ModuleType)):
                continue
        found.append(name)
    return sorted(found)


def attributes(cls):
    plain = set(dir(object))
    return sorted(n for n in dir(cls) if public(n) or (n.startswith("__") and n.endswith("__") and n not in plain and n != "__dict__"))


reference = {"python": sys.version.split()[0], "modules": {}, "types": {}}
reference["modules"]["builtins"] = {"names": sorted(filter(public, dir(builtins))), "classes": {}}
for name in MODULES:
    module = importlib.import_module(name)
    names = names_of(module)
    if name in NUMBERS:
        names = [n for n in names if not (n.isupper() and not isinstance(getattr(module, n, None), type))]
    classes = {}
    for n in names:
        value = getattr(module, n, None)
        if isinstance(value, type) and not issubclass(value, (BaseException, tuple)):
            classes[n] = [a for a in attributes(value) if public(a)]
    reference["modules"][name] = {"names": names, "classes": {k: v for k, v in classes.items() if v}}
for cls in TYPES:
    reference["types"][cls.__name__] = attributes(cls)
for name, cls in MORE.items():
    reference["types"][name] = attributes(cls)
path = pathlib.Path(__file__).with_name("reference.json")
path.write_text(json.dumps(reference, indent=0, sort_keys=True) + "\n")
print(sum(len(m["names"]) for m in reference["modules"].values()), "names of", len(reference["modules"]), "modules")
