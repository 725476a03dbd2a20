# asynccontextmanager and AsyncExitStack with cancellation and errors.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

@asynccontextmanager
async def resource(name, swallow=False):
    print("open", name)
    try:
        await asyncio.sleep(0)
        yield name
    except BaseException as e:
        print(name, "sees", repr(e))
        if not swallow:
            raise
    finally:
        await asyncio.sleep(0)
        print("close", name)

async def main():
    async with resource("a") as x:
        print("body", x)
    try:
        async with resource("b"):
            raise ValueError(1)
    except ValueError as e:
        print("caught", e)
    async with resource("c", swallow=True):
        raise KeyError(2)
    async with AsyncExitStack() as stack:
        for n in "xy":
            await stack.enter_async_context(resource(n))
        stack.push_async_callback(asyncio.sleep, 0)
    async def hold():
        async with resource("t"):
            await asyncio.sleep(1)
    t = asyncio.create_task(hold())
    await asyncio.sleep(0.01)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))

asyncio.run(main())
