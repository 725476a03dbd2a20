# Every form of import: what is bound, what is raised, what the machinery offers.
import collections.abc
import importlib
import os.path as path, sys as system
import string
from collections import OrderedDict as Ordered, abc
from math import *


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(collections.__name__, abc is collections.abc, path.__name__ == system.modules["os.path"].__name__, Ordered.__name__, floor(2.5))
print(__import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__ in ("posixpath", "ntpath"), __import__("json", None, None, ["x"]).__name__)
attempt(lambda: __import__("no_such_module"))
attempt(lambda: __import__("os.no_such"))
attempt(lambda: __import__("json.no_such"))
attempt(lambda: __import__(""))
attempt(lambda: __import__(5))
attempt(lambda: __import__("x", level=1))
attempt(lambda: importlib.import_module("json").loads("[1]"))
attempt(lambda: importlib.import_module(".decoder", "json").__name__)
attempt(lambda: importlib.import_module(".decoder"))
attempt(lambda: importlib.import_module("no.such"))
print(importlib.util.find_spec("no_such_module") if hasattr(importlib, "util") else None)
for text in ("from math import nothing_like_it", "import nowhere", "import nowhere.deeper", "from nowhere import x", "from . import y",
             "from .z import y", "import math.pi", "from json import decoder as d; print(d.__name__)", "from os import path as p, nope",
             "from collections import *; print('deque' in globals(), '_sys' in globals())", "import collections.abc as c; print(c.__name__)"):
    try:
        exec(text, {"__name__": "main"})
    except ImportError as error:
        print(text, "->", type(error).__name__, error, error.name, error.path if error.path is None else "path")
    except Exception as error:
        print(text, "->", type(error).__name__, error)
for text in ("from math import", "import a as b.c", "from x import (a, b,)", "from x import a,", "from x import (a.b)", "import (a)", "def f():\n from math import *",
             "from math import *, pi", "class C:\n from math import *", "import a, ", "from .. import *", "from . import a.b", "from ...a.b import c as d, e"):
    try:
        compile(text, "t", "exec")
        print("fine:", text)
    except SyntaxError as error:
        print(repr(text), error.msg, error.lineno, error.offset)


def local():
    import json as j
    from textwrap import dedent
    global tw
    import textwrap as tw
    return sorted(locals()), tw.__name__


class Holder:
    import string
    from string import digits as d


print(local(), Holder.string.__name__, Holder.d, "tw" in globals())
system.modules["made_up"] = type(system)("made_up", "its doc")
import made_up

print(made_up.__doc__, made_up.__name__, made_up.__spec__, sorted(vars(made_up)))
made_up.__getattr__ = lambda name: name * 2
from made_up import twice, again as g

print(twice, g, made_up.anything)
made_up.__all__ = ["a1", "b1"]
made_up.a1 = 1
exec("from made_up import *; print(a1, b1)")
system.modules["blocked"] = None
attempt(lambda: __import__("blocked"))
del made_up.__getattr__
attempt(lambda: made_up.gone)
attempt(lambda: exec("from made_up import *"))
system.modules["odd"] = 5
import odd

print(odd, "math" in system.modules, "math" in system.builtin_module_names or True)
