# Packages: absolute and relative imports, what each import binds, and module attributes.
print("main begins as", __name__)
import shop.parts.wheel
print(shop, shop.parts.wheel.describe()) if False else print(shop.__name__, shop.parts.wheel.describe())
import shop.parts.wheel as w
print(w is shop.parts.wheel, w.__name__, w.__package__, shop.__package__, __package__)
from shop import parts, engine, NAME
print(parts.__name__, engine.power(), NAME)
from shop.parts import frame as f
print(f.material(), f.__name__)
import sys
print(sorted(m for m in sys.modules if m.startswith("shop")))
print(hasattr(shop, "engine"), hasattr(shop, "parts"), hasattr(shop, "nothing"))
from shop.parts import *
print(sorted(n for n in dir() if n in ("wheel", "frame", "hidden", "SIZE", "_private")))
before = shop
import shop
print(before is shop)
try:
    from shop import missing
except ImportError as e:
    print(type(e).__name__, e.name, str(e).split("(")[0])
try:
    import shop.nothing
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    import shop.engine.deep
except ModuleNotFoundError as e:
    print(e, e.name)
import namespace.inner
print(namespace.inner.VALUE, getattr(namespace, "__file__", None))
print(shop.__doc__, [n for n in vars(shop) if not n.startswith("__")])
