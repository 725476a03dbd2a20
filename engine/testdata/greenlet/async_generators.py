# Coroutines and asynchronous generators driven by hand inside greenlets.
from greenlet import getcurrent, greenlet

main = getcurrent()


class Pause:
    def __await__(self):
        return (yield "pause")


async def numbers(n):
    for i in range(n):
        main.switch(("agen", i))
        yield i
        await Pause()


async def consume(n):
    total = 0
    async for x in numbers(n):
        total += x
    return total


def drive(n):
    c = consume(n)
    try:
        while True:
            main.switch(("await", c.send(None)))
    except StopIteration as e:
        return "total", e.value


g = greenlet(drive)
got = g.switch(3)
while not g.dead:
    print(got)
    got = g.switch()
print(got)
a, b = greenlet(drive), greenlet(drive)
a.switch(2)
b.switch(3)
print(a.switch(), b.switch(), a.switch())
c = consume(1)
h = greenlet(c.send)
print(h.switch(None))
try:
    c.send(None)
except ValueError as e:
    print(e)
print(h.switch())
c.close()
