import asyncio

async def main():
    try:
        async with asyncio.timeout(0.01) as cm:
            print(cm.expired(), str(cm)[:17])
            await asyncio.sleep(1)
    except TimeoutError as e:
        print("timeout", repr(e), cm.expired(), cm, type(e.__context__).__name__)
    async with asyncio.timeout(1) as cm:
        await asyncio.sleep(0)
    print(cm.expired(), cm)
    async with asyncio.timeout(None) as cm:
        await asyncio.sleep(0)
    print(cm, cm.when())
    try:
        async with asyncio.timeout(0.01):
            raise ValueError("other")
    except ValueError as e:
        print(repr(e))
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("at once")
    try:
        async with asyncio.timeout(-1):
            print("body begins")
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("in the past")
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.01) as cm:
        cm.reschedule(loop.time() + 1)
        await asyncio.sleep(0.03)
    print("rescheduled", cm.expired())
    try:
        cm.reschedule(None)
    except RuntimeError as e:
        print(e)

asyncio.run(main())
