# An error of the body while the timeout expires keeps its type.
import asyncio

async def main():
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            finally:
                raise KeyError("clean-up")
    except KeyError as e:
        print("KeyError", type(e.__context__).__name__, asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("swallowed")
            await asyncio.sleep(0.05)
            print("goes on: the cancellation was used up")
    except TimeoutError as e:
        print("TimeoutError")
    print(asyncio.current_task().cancelling())

asyncio.run(main())
