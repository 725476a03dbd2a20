# A trace function that raises: the exception comes out of the switch, and tracing ends.
from greenlet import getcurrent, gettrace, greenlet, settrace

calls = []


def tracer(event, args):
    calls.append(event)
    if len(calls) == 2:
        raise RuntimeError("tracer failed")


def body():
    print("in body")
    main.switch("paused")
    print("in body again")
    return "end"


main = getcurrent()
g = greenlet(body)
settrace(tracer)
try:
    print(g.switch())
except RuntimeError as e:
    print("main:", e)
print(gettrace(), calls, g.dead)
print(g.switch())


def first(event, args):
    raise ValueError("at once")


settrace(first)
h = greenlet(body)
try:
    print(h.switch())
except ValueError as e:
    print("main:", e)
print(h.dead, gettrace())
