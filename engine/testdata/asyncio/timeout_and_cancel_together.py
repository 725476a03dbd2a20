# A timeout and a cancellation from outside at once: CancelledError wins.
import asyncio

async def work():
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        return "timeout"

async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    loop.call_at(loop.time() + 0.01, t.cancel)
    await asyncio.wait([t])
    print(t.cancelled() or t.result())
    t = asyncio.create_task(work())
    await asyncio.sleep(0.005)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())
    # both in one callback
    async def both():
        me = asyncio.current_task()
        try:
            async with asyncio.timeout(0.01):
                try:
                    await asyncio.sleep(1)
                except asyncio.CancelledError:
                    me.cancel("from outside")
                    print(me.cancelling())
                    raise
        except TimeoutError:
            return "timeout"
    t = asyncio.create_task(both())
    await asyncio.wait([t])
    print(t.cancelled() or t.result(), t.cancelling())

asyncio.run(main())
