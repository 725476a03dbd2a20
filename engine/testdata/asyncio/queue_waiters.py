import asyncio

async def getter(q, n):
    try:
        print(n, "got", await q.get())
    except asyncio.CancelledError:
        print(n, "cancelled")
        raise

async def main():
    q = asyncio.Queue()
    a, b, c = [asyncio.create_task(getter(q, n)) for n in "abc"]
    await asyncio.sleep(0)
    print(str(q))
    b.cancel()
    q.put_nowait(1)
    a.cancel()
    q.put_nowait(2)
    await asyncio.wait([a, b, c])
    print(q.qsize(), [t.cancelled() for t in (a, b, c)])

asyncio.run(main())
