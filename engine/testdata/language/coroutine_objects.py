# Coroutine objects by hand: send, throw, close, states, reuse, await of wrong things.
import inspect
import types

class Awaitable:
    def __init__(self, *values):
        self.values = values

    def __await__(self):
        received = []
        for value in self.values:
            received.append((yield value))
        return received

async def work(tag):
    try:
        first = await Awaitable("a", "b")
        return tag, first
    except ValueError as error:
        return "recovered from " + str(error)
    finally:
        print("finally", tag)

c = work("one")
print(inspect.getcoroutinestate(c), c.cr_running, c.cr_await, c.__name__)
print(c.send(None), inspect.getcoroutinestate(c), type(c.cr_await).__name__, c.send(1))
try:
    c.send(2)
except StopIteration as error:
    print(error.value, inspect.getcoroutinestate(c))
for use in (lambda: c.send(None), lambda: c.throw(ValueError), c.close):
    try:
        print(use())
    except RuntimeError as error:
        print(error)
c = work("two")
c.send(None)
try:
    c.throw(ValueError("thrown"))
except StopIteration as error:
    print(error.value)
c = work("three")
c.send(None)
c.close()

async def awaits(thing):
    await thing

class BadAwait:
    def __await__(self):
        return 5

for thing in (5, [1], BadAwait(), (x for x in "gen"), None, print):
    c = awaits(thing)
    try:
        c.send(None)
    except TypeError as error:
        print(error)
try:
    iter(c)
except TypeError as error:
    print(error)
try:
    for _ in awaits(1):
        pass
except TypeError as error:
    print(error)

@types.coroutine
def old_style():
    got = yield "from old style"
    return got

async def uses_old():
    return await old_style()

u = uses_old()
print(u.send(None), u.cr_await is not None, u.close())
