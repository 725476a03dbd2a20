# from x import *: __all__, underscores, and what a function may not do.
from plain import *
print(a, b, "_c" in globals(), "sys" in globals())
from listed import *
print(_x, "y" in globals())
try:
    from wrong import *
except AttributeError as e:
    print(e)
try:
    exec("def f():\n    from plain import *\n")
except SyntaxError as e:
    print(e.msg)
from lazy import one, two
print(one, two)
import lazy
try:
    lazy.three
except AttributeError as e:
    print(e)
try:
    from lazy import three
except ImportError as e:
    print(str(e).split(" (")[0])
print(sorted(lazy.__dir__()))
import selfreplace
print(selfreplace, selfreplace.x)
from deco.tools import twice
from deco import tools as t
print(twice(4), t.__name__, twice.__module__)
class K:
    import plain
    from plain import a as renamed
print(K.plain.a, K.renamed, [n for n in vars(K) if not n.startswith("__")])
