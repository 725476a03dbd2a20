def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(r)
def g():
    try:
        while True:
            try:
                x = yield 1
                print("got", x)
            except ValueError as e:
                print("VE", e.args)
                yield "caught"
    finally:
        print("fin")
it = g(); t(it.send, 5); print(next(it)); t(it.send, 5); t(it.throw, ValueError); t(next, it); t(it.throw, ValueError("a")); t(next, it); t(it.throw, ValueError, ("x", "y")); t(next, it)
t(it.throw, ValueError, "z", None); t(it.throw, 5); t(it.throw, ValueError("q"), "w"); t(it.throw, KeyError, "k"); t(next, it); t(it.throw, KeyError("late")); print(it.close())
def r(): 
    yield 1
    return 42
i = r(); next(i)
try: next(i)
except StopIteration as e: print(e.value, e.args)
print(i.gi_frame, i.gi_running, i.gi_code.co_name, i.__name__, i.__qualname__, i.gi_yieldfrom, i.gi_suspended)
i = r(); i.__name__ = "n"; i.__qualname__ = "q.n"; print(i.__name__, i.__qualname__, repr(i)[:20]); t(setattr, i, "__name__", 3); t(setattr, i, "gi_frame", 3)
def outer(): 
    v = yield from r(); print("v", v); yield v
o = outer(); next(o); print(type(o.gi_yieldfrom).__name__, o.gi_frame.f_lineno); print(next(o)); t(next, o)
def bad():
    yield 1
    raise StopIteration("x")
b = bad(); next(b); t(next, b)
def ign():
    try: yield 1
    except GeneratorExit: yield 2
x = ign(); next(x); t(x.close)
def sc():
    try: yield
    except GeneratorExit: print("exit"); raise
y = sc(); next(y); print(y.close()); y2 = sc(); y2.close(); t(next, y2)
def selfrun():
    yield next(me)
me = selfrun(); t(next, me)
async def co(): return 5
c = co(); print(c.cr_frame is not None, c.cr_running, c.cr_await, c.cr_code.co_name, repr(c)[:21], c.cr_origin); t(c.send, None); t(c.send, None)
c = co(); t(c.throw, KeyError("k")); c = co(); print(c.close()); t(c.send, None)
c = co(); w = c.__await__(); print(type(w).__name__); t(next, w)
class Aw:
    def __await__(self): 
        x = yield "w"
        return x
async def aw(): return await Aw()
c = aw(); print(c.send(None)); print(type(c.cr_await).__name__); t(c.send, 9)
async def awbad(): await 5
t(awbad().send, None)
async def ag():
    try:
        x = yield 1
        print("ag got", x)
        yield 2
    finally: print("ag fin")
async def main():
    a = ag(); print(await a.__anext__(), await a.asend("s"), a.ag_running, a.ag_frame is not None, a.__name__, a.ag_await)
    try: await a.__anext__()
    except StopAsyncIteration: print("stop")
    a = ag(); print(await anext(a)); 
    try: await a.athrow(ValueError("t"))
    except ValueError as e: print("athrow", e)
    a = ag(); await anext(a); await a.aclose(); print(await anext(a, "dflt"))
    async for v in ag(): print("v", v)
    print([v async for v in ag()])
    print(aiter(a) is a)
    try: await anext(a)
    except StopAsyncIteration: print("sai")
def drive(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
drive(main())
t(anext, 5); t(aiter, 5)
# exceptions
e = ValueError("a", 1); print(repr(e), str(e), e.args, e.with_traceback(None) is e); e.add_note("n1"); print(e.__notes__); t(e.add_note, 5)
try:
    try: 1/0
    except ZeroDivisionError as z: raise KeyError("k") from z
except KeyError as k: print(repr(k.__cause__), k.__context__ is k.__cause__, k.__suppress_context__, k.__traceback__.tb_lineno, k.__traceback__.tb_frame.f_code.co_name, k.__traceback__.tb_next)
try: raise ValueError from None
except ValueError as v: print(v.__suppress_context__, v.__cause__)
t(lambda: (_ for _ in ()).throw(OSError(2, "nope", "f"))); o = OSError(2, "nope", "f"); print(o.errno, o.strerror, o.filename, type(o), o)
eg = ExceptionGroup("m", [ValueError(1), ExceptionGroup("n", [KeyError(2), TypeError(3)])])
print(eg, eg.exceptions, eg.message, eg.split(ValueError), eg.subgroup(KeyError), eg.subgroup(lambda e: isinstance(e, TypeError)), eg.derive([ValueError(9)]))
t(ExceptionGroup, "m", []); t(ExceptionGroup, "m", [1]); t(ExceptionGroup, 5, [ValueError()])
class MyEG(ExceptionGroup):
    def derive(self, excs): return MyEG(self.message + "!", excs)
print(repr(MyEG("a", [ValueError(1), KeyError(2)]).split(KeyError)))
class E(Exception):
    def __init__(self, a, b=2): super().__init__(a); self.b = b
    def __str__(self): return f"E<{self.b}>"
print(E(1), repr(E(1)), E(1).args, E(1, b=5).b)
try: raise E(1)
except E as x: print(x)
t(lambda: [][0]); t(lambda: {}["k"]); t(lambda: int("x")); t(lambda: undefined_name); t(lambda: "a" + 1); t(lambda: 1 + "a"); t(lambda: [1] < ["a"]); t(lambda: None + 1)
s = SystemExit(3); print(s.code, StopIteration(4).value, ImportError("m", name="n").name, KeyError("k"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"))
t(lambda: b"\xff".decode()); t(lambda: "é".encode("ascii"))
import sys
def fr(): return sys._getframe()
f = fr(); print(f.f_code.co_name, f.f_lineno, f.f_locals, f.f_globals is globals(), f.f_back is None)
def caller(): return sys._getframe(1).f_code.co_name, sys._getframe(0).f_back.f_lineno
print(caller()); t(sys._getframe, 100)
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* ValueError as eg: print("VE", eg.exceptions)
except* TypeError as eg: print("TE", eg.exceptions)
