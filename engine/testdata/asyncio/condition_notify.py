import asyncio

async def consumer(c, n, log):
    async with c:
        await c.wait()
        log.append(n)
        print("notified", n)

async def main():
    c = asyncio.Condition()
    log = []
    ts = [asyncio.create_task(consumer(c, i, log)) for i in range(5)]
    await asyncio.sleep(0)
    async with c:
        c.notify(2)
        print("notify 2", str(c)[-22:])
    await asyncio.sleep(0.01)
    print(log)
    ts[2].cancel()
    await asyncio.sleep(0)
    async with c:
        c.notify()
    await asyncio.sleep(0.01)
    print(log)
    async with c:
        c.notify_all()
    await asyncio.wait(ts)
    print(log)
    try:
        c.notify()
    except RuntimeError as e:
        print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
    items = []
    async def getter():
        async with c:
            await c.wait_for(lambda: len(items) >= 2)
            print("items", items)
    t = asyncio.create_task(getter())
    for i in range(3):
        await asyncio.sleep(0.01)
        async with c:
            items.append(i)
            c.notify_all()
    await t

asyncio.run(main())
