import asyncio

async def me():
    asyncio.current_task().cancel("myself")
    print("still running")
    try:
        await asyncio.sleep(0)
        print("never")
    except asyncio.CancelledError as e:
        print("arrived", e.args)
        await asyncio.sleep(0)
        print("swallowed")
    return 5

async def main():
    t = asyncio.create_task(me())
    print(await t, t.cancelling(), t.uncancel(), t.uncancel())

asyncio.run(main())
