# The awaited task swallows the cancellation: then the outer one gets its result and was not cancelled.
import asyncio

async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "stubborn"

async def outer(t):
    r = await t
    print("outer got", r)
    await asyncio.sleep(0)
    return "outer ends"

async def main():
    s = asyncio.create_task(stubborn())
    o = asyncio.create_task(outer(s))
    await asyncio.sleep(0)
    o.cancel()
    print(await asyncio.gather(o, return_exceptions=True), o.cancelling(), s.cancelled())
    f = asyncio.get_running_loop().create_future()
    g = asyncio.create_task(outer(f))
    await asyncio.sleep(0)
    f.cancel("future")
    print(repr((await asyncio.gather(g, return_exceptions=True))[0]), g.cancelling(), g.cancelled())

asyncio.run(main())
