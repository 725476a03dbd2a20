# Awaiting from synchronous code: greenlets drive coroutines, as database layers do.
from greenlet import getcurrent, greenlet


class Bridge(greenlet):
    pass


def await_(coro):
    current = getcurrent()
    if not isinstance(current, Bridge):
        raise RuntimeError("not inside run_sync")
    return current.parent.switch(coro)


async def run_sync(fn, *args):
    bridge = Bridge(fn)
    result = bridge.switch(*args)
    while not bridge.dead:
        try:
            value = await result
        except Exception as e:
            result = bridge.throw(e)
        else:
            result = bridge.switch(value)
    return result


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


async def fetch(x):
    if x < 0:
        raise ValueError("negative: %d" % x)
    return await Ready(x)


def library(n):
    total = 0
    for i in range(n):
        total += await_(fetch(i))
    try:
        await_(fetch(-1))
    except ValueError as e:
        print("library caught", e)
    return total


c = run_sync(library, 3)
value = None
try:
    while True:
        asked = c.send(value)
        print("loop is asked for", asked)
        value = asked * 10
except StopIteration as e:
    print("result", e.value)
bad = fetch(1)
try:
    await_(bad)
except RuntimeError as e:
    print(e)
bad.close()
