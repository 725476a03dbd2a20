import asyncio

async def job():
    print("job starts")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print("job cancelled", e.args)
        raise
    finally:
        print("job cleans up")

async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    print(t.cancel(), t.cancelled(), t.done(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print("main sees", repr(e))
    print(t.cancel(), t.cancelled(), t.done())
    t = asyncio.create_task(job())
    t.cancel("before it began")
    try:
        await t
    except asyncio.CancelledError as e:
        print("main sees", e.args)

asyncio.run(main())
