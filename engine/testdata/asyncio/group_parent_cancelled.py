# Cancelling the parent cancels the children; CancelledError comes out, not a group, unless children fail.
import asyncio

ended = []

async def child(n, fail):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        ended.append(n)
        if fail:
            raise ValueError(n)
        raise

async def parent(fail):
    async with asyncio.TaskGroup() as g:
        g.create_task(child(1, False))
        g.create_task(child(2, fail))

async def main():
    for fail in (False, True):
        t = asyncio.create_task(parent(fail))
        await asyncio.sleep(0.01)
        t.cancel()
        r = (await asyncio.gather(t, return_exceptions=True))[0]
        print(sorted(ended), repr(r), t.cancelled(), t.cancelling())

asyncio.run(main())
