# A second cancellation hits the clean-up of the first.
import asyncio

async def work():
    try:
        await asyncio.sleep(1)
    finally:
        print("cleaning")
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("clean-up cancelled")
            raise
        finally:
            print("last words")

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel("1")
    await asyncio.sleep(0)
    print(t.done())
    t.cancel("2")
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args, repr(e.__context__))

asyncio.run(main())
