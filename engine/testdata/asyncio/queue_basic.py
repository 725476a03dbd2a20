import asyncio

async def producer(q):
    for i in range(5):
        await q.put(i)
        print("put", i, q.qsize())
    await q.put(None)

async def consumer(q):
    while True:
        x = await q.get()
        print("got", x, q.qsize())
        q.task_done()
        if x is None:
            return
        await asyncio.sleep(0)

async def main():
    q = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(q), consumer(q))
    print(q.empty(), q.full(), q.maxsize, q)
    for f in (q.get_nowait, q.task_done):
        try:
            f()
        except Exception as e:
            print(type(e).__name__, e)
    q.put_nowait(1)
    q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print("full", repr(e), q)

asyncio.run(main())
