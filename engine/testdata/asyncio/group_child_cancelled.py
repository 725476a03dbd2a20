# A child that is cancelled by somebody does not cancel the others, nor the group.
import asyncio

async def child(n):
    await asyncio.sleep(0.01 * n)
    print("child", n)
    return n

async def main():
    async with asyncio.TaskGroup() as g:
        ts = [g.create_task(child(n)) for n in range(1, 4)]
        await asyncio.sleep(0)
        ts[0].cancel()
    print([t.cancelled() for t in ts], [t.result() for t in ts[1:]])
    # base exceptions come out as they are
    async def interrupt():
        raise KeyboardInterrupt
    t = None
    try:
        async with asyncio.TaskGroup() as g:
            t = g.create_task(asyncio.sleep(1))
            await asyncio.sleep(0)
            raise KeyboardInterrupt("in the body")
    except KeyboardInterrupt as e:
        print("interrupt", e.args, t.cancelled())

asyncio.run(main())
