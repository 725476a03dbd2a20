# The task that waits in wait_for is cancelled: the inner one is, too, before the outer goes on.
import asyncio

async def inner():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("inner cancelled")
        await asyncio.sleep(0.01)
        print("inner cleaned up")
        raise

async def outer():
    try:
        await asyncio.wait_for(inner(), 5)
    except asyncio.CancelledError as e:
        print("outer cancelled", e.args)
        raise

async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    t.cancel("stop")
    await asyncio.wait([t])
    print(t.cancelled(), t.cancelling())

    async def quick():
        return "q"

    async def racer():
        return await asyncio.wait_for(quick(), 5)

    t = asyncio.create_task(racer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))

asyncio.run(main())
