# A getter that is cancelled loses no item: the next one gets it.
import asyncio

async def get(n, q):
    item = await q.get()
    return n, item

async def main():
    q = asyncio.Queue()
    a, b = [asyncio.create_task(get(n, q)) for n in "ab"]
    await asyncio.sleep(0)
    q.put_nowait("item")
    a.cancel()           # it has been woken already
    print(await asyncio.gather(a, b, return_exceptions=True))
    full = asyncio.Queue(1)
    full.put_nowait(0)
    p = [asyncio.create_task(full.put(n)) for n in (1, 2)]
    await asyncio.sleep(0)
    print(full.get_nowait())
    p[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(full.qsize(), await full.get(), [t.cancelled() for t in p])
    for f, e in ((q.get_nowait, asyncio.QueueEmpty), (q.task_done, ValueError)):
        try:
            f(); f(); f()
        except e as x:
            print(type(x).__name__, x)

asyncio.run(main())
