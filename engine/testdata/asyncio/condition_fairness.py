# notify(n) wakes the first n; they take the lock again in the order in which they waited.
import asyncio

async def consumer(n, cond, log):
    async with cond:
        await cond.wait()
        log.append(n)

async def main():
    cond, log = asyncio.Condition(), []
    ts = [asyncio.create_task(consumer(n, cond, log)) for n in range(6)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify(2)
        log.append("notified 2")
        await asyncio.sleep(0.01)
        log.append("still holding")
    await asyncio.sleep(0.01)
    print(log)
    async with cond:
        cond.notify()
    ts[3].cancel()
    await asyncio.sleep(0.01)
    async with cond:
        cond.notify_all()
    await asyncio.wait(ts)
    print(log, [t.cancelled() for t in ts])
    for f in (cond.notify, cond.notify_all):
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)

asyncio.run(main())
