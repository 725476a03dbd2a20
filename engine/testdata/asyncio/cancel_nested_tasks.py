# Cancelling a task that awaits a task cancels that one first; the outer ends after it.
import asyncio

async def inner():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("inner cleans up")
        await asyncio.sleep(0.01)
        print("inner cleaned up")
        raise

async def outer(t):
    try:
        await t
    except asyncio.CancelledError:
        print("outer", t.cancelled())
        raise

async def main():
    i = asyncio.create_task(inner())
    o = asyncio.create_task(outer(i))
    await asyncio.sleep(0)
    o.cancel()
    print(i.cancelling(), o.cancelling())
    await asyncio.wait([o])
    print(i.cancelled(), o.cancelled())

asyncio.run(main())
