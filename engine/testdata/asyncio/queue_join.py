import asyncio

async def worker(name, q):
    while True:
        d = await q.get()
        await asyncio.sleep(d)
        print(name, "slept for", d)
        q.task_done()

async def main():
    q = asyncio.Queue()
    for d in (0.04, 0.01, 0.02, 0.015):
        q.put_nowait(d)
    ws = [asyncio.create_task(worker(f"worker-{i}", q)) for i in range(2)]
    await q.join()
    print("joined")
    for w in ws:
        w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True))

asyncio.run(main())
