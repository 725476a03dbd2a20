import asyncio

# A cancellation arrives at the next await; one in the queue of a lock, or one that is shut out by finally.

async def cpu():
    total = 0
    for i in range(1000):
        total += i
    print("computed", total)
    await asyncio.sleep(0)
    print("never")

async def main():
    t = asyncio.create_task(cpu())
    asyncio.get_running_loop().call_soon(t.cancel)
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled())

    async def nested():
        try:
            try:
                await asyncio.sleep(1)
            finally:
                print("inner finally")
                await asyncio.sleep(0.01)
                print("inner finally ends")
        finally:
            print("outer finally")

    t = asyncio.create_task(nested())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled twice", t.cancelling())

    async def catches():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            return "a result"

    t = asyncio.create_task(catches())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled())

asyncio.run(main())
