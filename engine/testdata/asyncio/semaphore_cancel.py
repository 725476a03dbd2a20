import asyncio

async def main():
    s = asyncio.Semaphore(0)
    async def take(n):
        await s.acquire()
        print("took", n)
    ts = [asyncio.create_task(take(i)) for i in range(4)]
    await asyncio.sleep(0)
    s.release()
    ts[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([t.done() for t in ts])
    s.release()
    s.release()
    await asyncio.wait(ts)
    print([t.cancelled() for t in ts], s.locked())

asyncio.run(main())
