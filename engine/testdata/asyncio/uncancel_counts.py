# cancelling() counts requests; uncancel() takes one back, and never goes below zero.
import asyncio

async def main():
    async def work():
        me = asyncio.current_task()
        for n in range(2):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError as e:
                print("cancelled", e.args, me.cancelling())
        print(me.uncancel(), me.uncancel(), me.uncancel())
        await asyncio.sleep(0)
        return "survived"

    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel("a")
    await asyncio.sleep(0)
    t.cancel("b")
    print(t.cancelling())
    print(await t, t.cancelling(), t.cancelled())
    async def done():
        pass
    d = asyncio.create_task(done())
    await d
    print(d.cancel(), d.cancelling())
    e = asyncio.create_task(done())
    e.cancel()
    print(e.uncancel(), e.cancelling())
    r = await asyncio.gather(e, return_exceptions=True)
    print(repr(r[0]))

asyncio.run(main())
