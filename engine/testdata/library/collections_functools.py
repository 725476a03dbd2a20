import functools, collections
from collections import deque, defaultdict, OrderedDict, Counter, namedtuple
d = deque([1,2,3], maxlen=3); d.append(4); print(d, d[0], d[-1], len(d), list(d)); d.rotate(1); print(d); d.appendleft(9); print(d, d.count(9), d.index(4) if 4 in d else None)
print(deque("abc"), deque() == deque(), deque([1]) < deque([2]), deque([1])+deque([2]), deque([1])*3)
dd = defaultdict(list); dd["a"].append(1); print(dd, dd["x"], dict(dd))
c = Counter("abracadabra"); print(c, c.most_common(2), c["zz"], c + Counter("a"), sum(c.values()))
P = namedtuple("P", "x y"); p = P(1, y=2); print(p, p.x, p._replace(x=5), p._asdict(), P._fields, p == (1,2))
od = OrderedDict(a=1, b=2); od.move_to_end("a"); print(od, od.popitem(last=False))
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n-1)+fib(n-2)
print(fib(50), fib.cache_info())
f = functools.partial(print, "hi", end="!\n"); f("x"); print(functools.partial(int, "10", base=2))
print(functools.reduce(lambda a,b: a*b, [1,2,3,4]), sorted([3,1,2], key=functools.cmp_to_key(lambda a,b: b-a)))
@functools.wraps(fib)
def w(): pass
print(w.__name__)
@functools.total_ordering
class T:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return s.x == o.x
    def __lt__(s, o): return s.x < o.x
print(T(1) <= T(2), T(3) > T(2), T(1) >= T(1))
class C:
    @functools.cached_property
    def v(self): print("computing"); return 42
c = C(); print(c.v, c.v)
@functools.singledispatch
def sd(x): return "obj"
@sd.register
def _(x: int): return "int"
@sd.register(list)
def _(x): return "list"
print(sd(1), sd([]), sd("a"), sd(True))
print(eval("1+2"), eval("x*2", {"x": 4})); exec("y = 5\nprint(y)"); print(y)
code = compile("a+1", "f.py", "eval"); print(eval(code, {"a": 1}))
print(collections.ChainMap({"a":1},{"b":2})["b"])
from collections.abc import Iterable, Mapping, Sized, Hashable, Callable, Sequence
print(isinstance([], Iterable), isinstance(1, Iterable), isinstance({}, Mapping), isinstance("", Sequence), isinstance(len, Callable), issubclass(list, Sized), isinstance([], Hashable))
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def f(self): ...
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return 1
print(B().f(), isinstance(B(), A))
import types
print(types.SimpleNamespace(a=1), types.FunctionType, types.GeneratorType)
for x in (lambda: deque().pop(), lambda: namedtuple("P", "x x"), lambda: eval("1+"), lambda: P(1), lambda: P(1,2,3)):
    try: x()
    except Exception as e: print(type(e).__name__, e)
it = iter(deque([1,2])); 
dq = deque([1,2])
try:
    for i in dq: dq.append(1)
except RuntimeError as e: print(e)
print(repr(deque([deque()])), copy_ok := deque([1]).copy())
