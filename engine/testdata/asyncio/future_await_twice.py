import asyncio

async def waiter(f, n):
    try:
        print(n, await f)
    except ValueError as e:
        print(n, "raised", e)

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    ts = [asyncio.create_task(waiter(f, i)) for i in range(2)]
    loop.call_later(0.01, f.set_exception, ValueError("shared"))
    await asyncio.gather(*ts)
    try:
        await f
    except ValueError as e:
        print("main", e)
    c = asyncio.sleep(0)
    await c
    try:
        await c
    except RuntimeError as e:
        print(e)
    async def running():
        await asyncio.sleep(0.01)
    c = running()
    t = asyncio.create_task(c)
    await asyncio.sleep(0)
    try:
        await c
    except RuntimeError as e:
        print(e)
    await t

asyncio.run(main())
