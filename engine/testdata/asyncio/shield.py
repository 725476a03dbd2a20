import asyncio

async def precious():
    await asyncio.sleep(0.05)
    print("precious done")
    return "kept"

async def main():
    inner = asyncio.create_task(precious())

    async def user():
        try:
            return await asyncio.shield(inner)
        except asyncio.CancelledError:
            print("user cancelled; inner done:", inner.done())
            raise

    t = asyncio.create_task(user())
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled(), inner.cancelled())
    print(await inner)
    s = asyncio.shield(inner)
    print(s is inner, await s)
    async def fails():
        raise ValueError("x")
    try:
        await asyncio.shield(fails())
    except ValueError as e:
        print(repr(e))
    inner = asyncio.create_task(precious())
    s = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("inner cancelled through", s.cancelled())

asyncio.run(main())
