# Generators: next, send, throw, close, states, attributes, and what a finished one does.
import inspect


def echo():
    received = []
    try:
        while True:
            try:
                received.append((yield len(received)))
            except ValueError as error:
                received.append(repr(error))
    finally:
        print("closing with", received)


g = echo()
print(inspect.getgeneratorstate(g), g.gi_frame is not None, g.gi_running, g.gi_code.co_name, g.__name__, g.__qualname__, g.gi_yieldfrom)
try:
    g.send("too early")
except TypeError as error:
    print(error)
print(next(g), g.send("a"), g.send(None), g.throw(ValueError("v")), g.throw(ValueError), inspect.getgeneratorstate(g))
g.close()
print(inspect.getgeneratorstate(g), g.gi_frame, g.close())
for use in (lambda: next(g), lambda: g.send(1), lambda: g.throw(KeyError("k"))):
    try:
        use()
    except (StopIteration, KeyError) as error:
        print(repr(error))


def returns():
    yield 1
    return "result"


r = returns()
print(next(r))
try:
    next(r)
except StopIteration as error:
    print(error.value, error.args)
print(next(r, "default"), list(returns()))


def reenters():
    yield next(me)


me = reenters()
try:
    next(me)
except ValueError as error:
    print(error)
fresh = returns()
fresh.close()
print(list(fresh), inspect.getgeneratorstate(fresh))
unstarted = returns()
try:
    unstarted.throw(OSError("never began"))
except OSError as error:
    print(error, inspect.getgeneratorstate(unstarted))
g.__name__ = "renamed"
print(g.__name__, repr(g)[:27])
try:
    g.__name__ = 5
except TypeError as error:
    print(error)
