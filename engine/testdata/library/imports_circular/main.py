# Two modules that import each other: what works, and what the error says.
import a
print(a.value(), a.b.value())
try:
    import c
except ImportError as e:
    print(type(e).__name__, str(e).split(') (')[0])
import sys
print("c" in sys.modules, "d" in sys.modules)
try:
    import e
except AttributeError as x:
    print(x)
print("e" in sys.modules, "f" in sys.modules)
import g
print(g.late())
