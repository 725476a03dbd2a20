import asyncio

async def inner():
    try:
        await asyncio.sleep(1)
    finally:
        print("inner ends")

async def outer():
    try:
        await asyncio.wait_for(inner(), 10)
    except asyncio.CancelledError:
        print("outer cancelled")
        raise

async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled(), len(asyncio.all_tasks()))

asyncio.run(main())
