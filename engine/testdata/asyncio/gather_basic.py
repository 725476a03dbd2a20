import asyncio

async def work(n, d):
    print("start", n)
    await asyncio.sleep(d)
    print("end", n)
    return n

async def main():
    print(await asyncio.gather(work(1, 0.03), work(2, 0.01), work(3, 0.02)))
    print(await asyncio.gather())
    f = asyncio.gather(work(4, 0))
    print(type(f).__name__, f.done())
    print(await f, f.done(), f)
    c = work(5, 0)
    print(await asyncio.gather(c, c, asyncio.sleep(0, "x")))
    t = asyncio.create_task(work(6, 0))
    print(await asyncio.gather(t, t))

asyncio.run(main())
