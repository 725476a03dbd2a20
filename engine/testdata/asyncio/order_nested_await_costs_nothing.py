# await of a coroutine takes no iteration, await of a task takes two.
import asyncio

async def plain():
    return 1

async def deep(n):
    return await deep(n - 1) if n else await plain()

async def count(out):
    while not out:
        ticks.append(1)
        await asyncio.sleep(0)

async def measure(name, what):
    ticks.clear()
    stop = []
    t = asyncio.create_task(count(stop))
    await asyncio.sleep(0)
    before = len(ticks)
    await what()
    print(name, len(ticks) - before)
    stop.append(1)
    await t

async def as_task():
    await asyncio.create_task(plain())

async def as_gather():
    await asyncio.gather(plain(), plain())

async def as_wait():
    await asyncio.wait([asyncio.create_task(plain())])

async def as_wait_for():
    await asyncio.wait_for(plain(), 1)

async def as_shield():
    await asyncio.shield(plain())

async def as_done_future():
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    await f

async def as_group():
    async with asyncio.TaskGroup() as g:
        g.create_task(plain())

async def as_empty_group():
    async with asyncio.TaskGroup():
        pass

async def zero():
    await asyncio.sleep(0)

ticks = []

async def main():
    for name, what in [("coroutine", plain), ("deep", lambda: deep(50)), ("task", as_task), ("gather", as_gather),
                       ("wait", as_wait), ("wait_for", as_wait_for), ("shield", as_shield),
                       ("done future", as_done_future), ("group", as_group), ("empty group", as_empty_group),
                       ("sleep(0)", zero)]:
        await measure(name, what)

asyncio.run(main())
