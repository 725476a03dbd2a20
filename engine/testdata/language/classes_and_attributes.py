def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(r)
# properties
class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "doc x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): print("del"); self._x = 0
    y = property(lambda s: 5)
    @classmethod
    def cm(cls, a): return cls, a
    @staticmethod
    def sm(a): return a
p = P(); p.x = 3; print(p.x, P.x.__doc__); del p.x; print(p.x, p.y); t(setattr, p, "y", 1); t(delattr, p, "y"); t(getattr, p, "zz")
print(P.cm(1), p.cm(2), P.sm(1), p.sm(2), P.x.fget(p), type(P.x))
class D:
    def __get__(self, o, c): return ("get", o is None, c.__name__)
    def __set__(self, o, v): print("set", v)
    def __delete__(self, o): print("delete")
    def __set_name__(self, c, n): print("name", c.__name__, n)
class C:
    d = D()
print(C.d, C().d); c = C(); c.d = 4; del c.d
class G:
    def __getattr__(self, n):
        if n == "boom": raise AttributeError("no " + n)
        return "attr " + n
    def __setattr__(self, n, v): print("setattr", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("delattr", n); object.__delattr__(self, n)
g = G(); print(g.abc); g.x = 1; print(g.x, g.__dict__); del g.x; print(g.x); t(getattr, g, "boom"); print(getattr(g, "boom", 9), hasattr(g, "boom"), hasattr(g, "q"))
class GA:
    def __getattribute__(self, n): return ("GA", n)
print(GA().foo, GA().__class__, type(GA()))
class GB:
    def __init__(self): self.z = 3
    def __getattribute__(self, n):
        if n == "w": return "w!"
        return super().__getattribute__(n)
    def __getattr__(self, n): return "fallback " + n
print(GB().w, GB().z, GB().nope)
# metaclass
class M(type):
    def __new__(m, n, b, d, **k): print("new", n, sorted(k)); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): print("init", n); super().__init__(n, b, d)
    def __call__(c, *a): print("call", a); return super().__call__(*a)
    @classmethod
    def __prepare__(m, n, b, **k): print("prepare", n); return {"injected": 1}
    def meth(c): return "meta " + c.__name__
    @property
    def mp(c): return "mp"
class A(metaclass=M, flag=1):
    def __init__(self, v=0): self.v = v
class B(A): pass
print(A(3).v, B().injected, A.meth(), B.mp, type(B)); t(lambda: A().meth)
class Base:
    subs = []
    def __init_subclass__(cls, tag=None, **k): super().__init_subclass__(**k); Base.subs.append((cls.__name__, tag))
class S1(Base): pass
class S2(Base, tag="x"): pass
print(Base.subs); t(lambda: type("S3", (Base,), {}, bad=1))
print(type("X", (), {"a": 1})().a, type("Y", (list,), {})([1,2]), Base.__subclasses__(), B.__mro__, B.mro())
t(lambda: type("Z", (int, str), {})); t(lambda: type("Z", (bool,), {})); t(lambda: type("Z", (A, Base), {}))
class X: pass
class Y(X): pass
t(lambda: type("Z", (X, Y), {}))
# super
class S:
    def f(self): return "S.f"
    @classmethod
    def c(cls): return "S.c " + cls.__name__
    @property
    def p(self): return "S.p"
class T(S):
    def f(self): return "T." + super().f()
    @classmethod
    def c(cls): return "T." + super().c()
    @property
    def p(self): return "T." + super().p
    def g(self): return super(T, self).f(), super().__init__, 
    def h(self): return [super().f() for _ in range(1)]
class U(T):
    def f(self): return "U." + super().f()
print(U().f(), U.c(), U().p, U().g()[0]); t(U().h); t(lambda: super().x); print(super(T, U()).f(), super(T, U).c())
t(super, 1, 2); t(super, T, 1); print(super(T, T()))
class Q:
    __slots__ = ("a", "b")
q = Q(); q.a = 1; print(q.a); t(getattr, q, "b"); t(setattr, q, "c", 1); print(Q.a, Q.__slots__)
t(lambda: q.__dict__)
# instance/subclass checks
class IM(type):
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is int
class IC(metaclass=IM): pass
print(isinstance(5, IC), isinstance(6, IC), issubclass(int, IC), issubclass(str, IC), isinstance(5, (str, IC)), isinstance(3, int | str), isinstance("a", (int, (str, float))))
t(isinstance, 1, 2); t(issubclass, 1, int); t(issubclass, int, 1)
# dir, vars
class V:
    a = 1
    def __init__(self): self.b = 2
    def __dir__(self): return ["z", "a"]
print(vars(V()), dir(V())); t(vars, 1); print([n for n in dir(S) if not n.startswith("__")], "f" in dir(U()))
def ff(a, b=2):
    c = 3
    def inner(): return a
    print(sorted(locals())); return inner
print(ff(1).__closure__[0].cell_contents, ff.__defaults__, ff.__code__.co_varnames, ff.__name__, ff.__qualname__, ff.__module__)
ff.attr = 5; print(ff.attr, ff.__dict__); ff.__name__ = "gg"; print(ff.__name__)
print(S().f == S().f, (s := S()).f == s.f, s.f.__func__ is S.f, s.f.__self__ is s, hash(s.f) == hash(s.f), s.f.__name__)
def k(a, /, b: int, *c, d=4, **e) -> str: "doc"
print(k.__annotations__, k.__kwdefaults__, k.__doc__, k.__code__.co_argcount, k.__code__.co_posonlyargcount, k.__code__.co_kwonlyargcount, k.__code__.co_flags)
class W:
    def __call__(self, *a, **k): return a, k
    def __eq__(self, o): return "eq"
    def __ne__(self, o): return "ne"
    def __contains__(self, x): return x == 1
    def __bool__(self): return False
print(W()(1, b=2), W() == 1, W() != 1, 1 in W(), 2 in W(), not W()); t(hash, W())
t(lambda: object().x); t(lambda: object.x); t(setattr, object(), "a", 1); t(setattr, int, "a", 1); t(lambda: None.foo); t(lambda: [].foo); t(lambda: len.foo); 
t(object, 1); t(X, 1); t(X().__init__, 1); t(object.__new__, 3); t(int.__new__, str)
class N:
    def __new__(cls, *a): print("N.new", a); return super().__new__(cls)
    def __init__(self, *a): print("N.init", a)
N(1, 2)
class NI:
    def __init__(self): return 1
t(NI)
class NS(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
print(NS("abc"), repr(NS("q")), type(NS("a") + "b"))
class Meta2(type):
    def __getattr__(c, n): return "meta-attr " + n
    def __iter__(c): return iter([1,2])
    def __len__(c): return 7
    def __getitem__(c, k): return ("item", k)
    def __contains__(c, k): return True
class K2(metaclass=Meta2): pass
print(K2.foo, list(K2), len(K2), K2[3], 5 in K2); t(lambda: K2().foo)
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[int])
print(list[int], dict[str, int], int | None, type(list[int]), list[int].__origin__, list[int]([1]))
