import asyncio

async def worker(s, n):
    async with s:
        print("in", n)
        await asyncio.sleep(0.01)
        print("out", n)

async def main():
    s = asyncio.Semaphore(2)
    await asyncio.gather(*[worker(s, i) for i in range(5)])
    print(str(s)[-20:])
    s = asyncio.Semaphore(1)
    await s.acquire()
    a = asyncio.create_task(worker(s, "a"))
    b = asyncio.create_task(worker(s, "b"))
    await asyncio.sleep(0)
    s.release()
    print("locked for newcomers:", s.locked())
    c = asyncio.create_task(worker(s, "c"))
    await asyncio.gather(a, b, c)
    bs = asyncio.BoundedSemaphore(1)
    try:
        bs.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)

asyncio.run(main())
