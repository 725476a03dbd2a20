import asyncio

async def main():
    loop = asyncio.get_running_loop()
    log = []
    loop.call_soon(log.append, 1)
    loop.call_later(0, log.append, "later 0")
    loop.call_soon(lambda: (log.append(2), loop.call_soon(log.append, "nested")))
    loop.call_soon(log.append, 3)
    await asyncio.sleep(0)
    print(log)
    await asyncio.sleep(0)
    print(log)
    await asyncio.sleep(0)
    print(log)

asyncio.run(main())
