# A task that is cancelled before its first step never runs a line.
import asyncio

async def never():
    print("never printed")

async def careful():
    try:
        print("never printed either")
        await asyncio.sleep(1)
    finally:
        print("nor this")

async def main():
    for make in (never, careful):
        t = asyncio.create_task(make())
        print(t.cancel(), t.cancelled(), t.done(), t.cancelling())
        try:
            await t
        except asyncio.CancelledError:
            print("cancelled", t.cancelled())
        print(t.cancel())

asyncio.run(main())
