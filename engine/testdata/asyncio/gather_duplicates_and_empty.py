# The same awaitable twice runs once; no arguments give a finished future.
import asyncio

async def work(n):
    print("run", n)
    await asyncio.sleep(0)
    return n

async def main():
    c = work(1)
    print(await asyncio.gather(c, work(2), c))
    f = asyncio.gather()
    print(f.done(), await f, isinstance(f, asyncio.Future))
    t = asyncio.create_task(work(3))
    g = asyncio.gather(t, t, t)
    print(await g, g.done())
    try:
        await asyncio.gather(1, 2)
    except TypeError as e:
        print("TypeError", e)

asyncio.run(main())
