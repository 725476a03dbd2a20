import inspect, functools, typing, sys, types
class A:
    """Doc of A.

        indented
    """
    def __init__(self, x, /, y: int = 3, *args: str, z, w=None, **kw: dict) -> None: pass
    def meth(self, a, b=2): "doc"; return inspect.currentframe().f_code.co_name
    @classmethod
    def cm(cls, q): pass
    @staticmethod
    def sm(q, r=1): pass
    @property
    def p(self): return 1
class B(A):
    def meth(self, a, b=2): pass
class Call:
    def __call__(self, u, v=1): pass
def deco(f):
    @functools.wraps(f)
    def inner(*a, **k): return f(*a, **k)
    return inner
@deco
def wrapped(m, n: "int" = 5): pass
class Meta(type):
    def __call__(cls, *a, **k): return super().__call__()
class WithMeta(metaclass=Meta): pass
class New:
    def __new__(cls, one, two=2): return object.__new__(cls)
class Plain: pass
def f(a, /, b, *, c: typing.List[int] = None, d: 'str'='x'): pass
async def co(): pass
def gen(): yield
async def ag(): yield
for o in (A, A.meth, A(1,z=2).meth, A.cm, A.sm, Call(), Call, wrapped, WithMeta, New, Plain, f, co, functools.partial(f, 1, c=3), functools.partial(A.meth, b=3), lambda *a, **k: 0, lambda *, k: 0):
    try: print(inspect.signature(o))
    except Exception as e: print(type(e).__name__, e)
print(repr(inspect.signature(f)), [repr(p) for p in inspect.signature(f).parameters.values()])
for o in (A, A.meth, B.meth, f): print(repr(inspect.getdoc(o)))
for n in sorted(n for n in dir(inspect) if n.startswith('is') and n != 'iskeyword'):
    fn = getattr(inspect, n)
    print(n, [int(bool(fn(o))) for o in (A, A.meth, A(1,z=2).meth, len, [].append, str.join, sys, gen, co, ag, gen(), ag(), f.__code__, A.p, 3, object().__str__, object.__init__, inspect.currentframe(), functools.partial(co), dict.fromkeys)])
b = inspect.signature(f).bind(1, 2, d=4); print(b, b.args, b.kwargs); b.apply_defaults(); print(b)
def tryb(fn, *a, **k):
    try: print(inspect.signature(fn).bind(*a, **k))
    except TypeError as e: print(e)
tryb(f); tryb(f, 1); tryb(f,1,2,3); tryb(f,1,2,z=1); tryb(f,1,2,b=1); tryb(f,a=1,b=2); tryb(lambda a,b=1,*c,**d: 0, 1,2,3,4,x=1); tryb(lambda a, *, k: 0, 1)
print(inspect.getfullargspec(A.__init__)); print(inspect.getfullargspec(f))
print(inspect.getsource(A.meth)); print(inspect.getsource(deco)); print(inspect.getsource(B)); print(inspect.getsource(wrapped)); print(inspect.getsourcelines(Call))
print(inspect.getmro(B)); print(inspect.getclasstree([A,B]))
print([n for n,v in inspect.getmembers(B, inspect.isfunction)])
g = gen(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g)); g.close(); print(inspect.getgeneratorstate(g))
c = co(); print(inspect.getcoroutinestate(c)); c.close(); print(inspect.getcoroutinestate(c))
print(inspect.getmodule(f).__name__)
def st(): return [(i.function, i.lineno, i.code_context) for i in inspect.stack()]
print(st())
def callargs(fn, *a, **k):
    try: print(inspect.getcallargs(fn, *a, **k))
    except TypeError as e: print(e)
callargs(f); callargs(f,1,2); callargs(f,1,2,3); callargs(f,1,2,q=1); callargs(A.meth, 1)
try: inspect.Parameter('a b', inspect.Parameter.KEYWORD_ONLY)
except ValueError as e: print(e)
try: inspect.signature(5)
except TypeError as e: print(e)
print(inspect.Parameter.KEYWORD_ONLY, repr(inspect.Parameter.VAR_KEYWORD), inspect.Parameter.VAR_POSITIONAL.description)
print(inspect.cleandoc("  a\n     b\n   c\n\n"))
print(inspect.signature(len))
k=1
def cl():
    def inner(): return k, cl, len, undefined
    return inner
print(inspect.getclosurevars(cl()).globals.keys(), inspect.getclosurevars(cl()).unbound)
print(inspect.get_annotations(f), inspect.get_annotations(wrapped, eval_str=True))
