import asyncio

async def job():
    t = asyncio.current_task()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelling", t.cancelling(), t.uncancel(), t.cancelling())
    await asyncio.sleep(0)
    print("went on")

async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    t.cancel()
    t.cancel()
    print(t.cancelling())
    await t
    print(t.cancelling(), t.cancelled())

asyncio.run(main())
