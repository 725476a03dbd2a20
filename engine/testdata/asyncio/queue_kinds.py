import asyncio

async def main():
    for cls in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        q = cls()
        for x in (3, 1, 2):
            await q.put(x)
        print(cls.__name__, q, [await q.get() for _ in range(3)])
    q = asyncio.PriorityQueue()
    await q.put((2, "b"))
    await q.put((1, "z"))
    await q.put((1, "a"))
    print([q.get_nowait() for _ in range(3)])

asyncio.run(main())
