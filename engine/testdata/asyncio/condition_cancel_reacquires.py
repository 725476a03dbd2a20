# A cancelled wait() takes the lock again before the exception goes on.
import asyncio

async def waiter(cond):
    async with cond:
        try:
            await cond.wait()
        except asyncio.CancelledError:
            print("cancelled; locked:", cond.locked())
            raise

async def main():
    cond = asyncio.Condition()
    t = asyncio.create_task(waiter(cond))
    await asyncio.sleep(0)
    async with cond:
        t.cancel()
        await asyncio.sleep(0.01)
        print("main lets go, task done:", t.done())
    await asyncio.wait([t])
    print(t.cancelled(), cond.locked())

asyncio.run(main())
