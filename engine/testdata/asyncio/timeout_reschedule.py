# A timeout can be moved, switched off, and read.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.01) as t:
        print(t.when() is not None, t.expired())
        t.reschedule(loop.time() + 0.05)
        await asyncio.sleep(0.03)
    print("in time", t.expired(), repr(t))
    async with asyncio.timeout(None) as t:
        print(t.when(), repr(t))
        t.reschedule(loop.time() + 0.01)
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("cancelled inside", t.expired(), repr(t))
            t2 = t
            try:
                t.reschedule(None)
            except RuntimeError as e:
                print(e)
            t = None
    print("not reached")

async def outer():
    try:
        await main()
    except TimeoutError:
        print("no: it was swallowed")
    t = asyncio.timeout(1)
    try:
        t.reschedule(5)
    except AssertionError as e:
        print(repr(e))
    async with t:
        t.reschedule(None)
        await asyncio.sleep(2)
    try:
        t.reschedule(5)
    except RuntimeError as e:
        print(e)
    try:
        async with t:
            pass
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            print("body runs until its first await")
            await asyncio.sleep(0)
            print("this is too late")
    except TimeoutError:
        print("expired before")

asyncio.run(outer())
