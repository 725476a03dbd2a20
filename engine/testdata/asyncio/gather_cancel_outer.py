import asyncio

async def child(n):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print("child", n, "cancelled", e.args)
        raise

async def main():
    g = asyncio.gather(child(1), child(2), return_exceptions=True)
    await asyncio.sleep(0.01)
    print(g.cancel("stop"), g.cancelled(), g.done())
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather cancelled", e.args, g.cancelled(), g)
    g = asyncio.gather(child(3), child(4))
    await asyncio.sleep(0.01)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print("again", g.cancelled())

asyncio.run(main())
