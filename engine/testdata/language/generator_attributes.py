# What can be seen of generators from outside: gi_ attributes, inspect's states and locals, yieldfrom, and names.
import inspect


def inner():
    x = yield "inner 1"
    yield x


def outer(a, *rest, k=3):
    b = a * 2
    yield b
    got = yield from inner()
    c = [b, got]
    yield inspect.getgeneratorstate(g), g.gi_running
    return c


def state(g):
    frame = g.gi_frame
    return inspect.getgeneratorstate(g), g.gi_running, g.gi_suspended, frame and frame.f_lineno - g.gi_code.co_firstlineno, g.gi_yieldfrom and g.gi_yieldfrom.__name__, inspect.getgeneratorlocals(g)


g = outer(1, 2, 3)
print(state(g))
print(next(g), state(g))
print(next(g), state(g), inspect.getgeneratorstate(g.gi_yieldfrom))
print(g.send("sent"), state(g))
print(next(g), state(g))
print(list(g), state(g), g.gi_code is outer.__code__)
g = outer(1)
next(g)
g.close()
print(state(g))
for name in ("gi_frame", "gi_running", "gi_yieldfrom", "gi_code", "gi_suspended"):
    try:
        setattr(g, name, None)
    except (AttributeError, TypeError) as error:
        print(name, error)
g.__name__ = "renamed"
g.__qualname__ = "re.named"
print(g.__name__, g.__qualname__, repr(g).split(" at ")[0], hasattr(g, "__dict__"), g.__iter__() is g)
for bad in (lambda: setattr(g, "__name__", 1), lambda: setattr(g, "other", 1), lambda: delattr(g, "__name__"), lambda: type(g)(), lambda: inspect.getgeneratorlocals(5), lambda: inspect.getgeneratorstate(5)):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(inspect.isgenerator(g), inspect.isgeneratorfunction(outer), inspect.isgeneratorfunction(lambda: (yield)), inspect.isgenerator(x for x in ()), inspect.isawaitable(g), inspect.isgeneratorfunction(g))


async def coroutine(n):
    import types

    @types.coroutine
    def pause():
        yield "paused"

    await pause()
    return inspect.getcoroutinestate(c), n


c = coroutine(5)
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c))
print(c.send(None), inspect.getcoroutinestate(c), c.cr_await.__name__, c.cr_suspended, sorted(inspect.getcoroutinelocals(c)))
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value, inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c), c.cr_suspended)


def frames():
    f = inspect.currentframe()
    yield f.f_back is not None and f.f_back.f_code.co_name
    yield f.f_back is not None and f.f_back.f_code.co_name


def asks(it):
    return next(it)


it = frames()
print(next(it), asks(it), it.gi_frame.f_back, it.gi_frame.f_code.co_name, it.gi_frame.f_locals.keys(), it.gi_frame.f_globals is globals())
gen = (i * j for i in range(2) for j in [5, 6])
print(next(gen), inspect.getgeneratorlocals(gen) | {".0": "an iterator"}, gen.gi_code.co_name, gen.gi_code.co_varnames, gen.gi_code.co_argcount)
try:
    gen.gi_frame.clear()
    print(inspect.getgeneratorstate(gen), list(gen))
except RuntimeError as error:
    print(error)


def clears():
    yield
    g.gi_frame.clear()


g = clears()
next(g)
try:
    next(g)
except RuntimeError as error:
    print(error)


def reenter():
    try:
        next(g)
    except ValueError as error:
        yield str(error)
    try:
        g.throw(KeyError)
    except ValueError as error:
        yield str(error)
    try:
        g.close()
    except ValueError as error:
        yield str(error)


g = reenter()
print(list(g))
