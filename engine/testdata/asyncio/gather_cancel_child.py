import asyncio

async def child(n):
    await asyncio.sleep(0.05)
    return n

async def main():
    ts = [asyncio.create_task(child(i)) for i in range(3)]
    g = asyncio.gather(*ts)
    await asyncio.sleep(0)
    ts[1].cancel()
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather raised", repr(e))
    print([t.cancelled() for t in ts], [t.done() for t in ts])
    ts = [asyncio.create_task(child(i)) for i in range(3)]
    g = asyncio.gather(*ts, return_exceptions=True)
    await asyncio.sleep(0)
    ts[1].cancel("why")
    print(await g)

asyncio.run(main())
