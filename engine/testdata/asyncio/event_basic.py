import asyncio

async def waiter(e, n):
    print(n, "waits")
    print(n, await e.wait())

async def main():
    e = asyncio.Event()
    ts = [asyncio.create_task(waiter(e, i)) for i in range(3)]
    await asyncio.sleep(0)
    print(str(e)[-19:])
    e.set()
    e.clear()
    print("set and cleared", e.is_set())
    await asyncio.gather(*ts)
    e.set()
    print(await e.wait(), e.is_set())

asyncio.run(main())
