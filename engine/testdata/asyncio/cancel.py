# Cancellation arrives at an await, can be cleaned up after, and can be refused.
import asyncio


async def sleeper(name):
    try:
        print(f"{name} sleeps")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(f"{name} cancelled {error.args}")
        raise
    finally:
        print(f"{name} cleans up")


async def stubborn():
    for _ in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("not now")
    return "finished anyway"


async def main():
    task = asyncio.create_task(sleeper("one"))
    await asyncio.sleep(0.01)
    print(task.cancel("enough"), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", repr(error), task.cancelled())

    task = asyncio.create_task(sleeper("never started"))
    task.cancel()
    await asyncio.sleep(0)
    print(task.cancelled())

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.sleep(0.01)
    task.cancel()
    print(await task, task.cancelled())

    try:
        await asyncio.wait_for(sleeper("slow"), 0.02)
    except asyncio.TimeoutError:
        print("timed out")
    try:
        async with asyncio.timeout(0.02):
            await sleeper("bounded")
    except TimeoutError:
        print("timeout block")
    group = asyncio.gather(sleeper("x"), sleeper("y"))
    await asyncio.sleep(0.01)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("gather cancelled")


asyncio.run(main())
