import asyncio

async def fail(d):
    await asyncio.sleep(d)
    raise ValueError("deep")

async def wait(n):
    try:
        await asyncio.sleep(1)
    finally:
        print("wait", n, "ends")

async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(wait("outer"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(wait("inner"))
                inner.create_task(fail(0.01))
    except* ValueError as eg:
        print(repr(eg))

    async def group():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(wait("a"))
            tg.create_task(wait("b"))

    t = asyncio.create_task(group())
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled from outside", repr(e))

asyncio.run(main())
