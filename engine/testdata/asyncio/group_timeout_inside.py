# timeout() around a group, and a group in a timeout in a group.
import asyncio

async def child(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    try:
        async with asyncio.timeout(0.05):
            async with asyncio.TaskGroup() as g:
                g.create_task(child(1))
                g.create_task(child(0.01))
    except TimeoutError:
        print("timeout", asyncio.current_task().cancelling())
    async with asyncio.TaskGroup() as outer:
        outer.create_task(child(0.1))
        try:
            async with asyncio.timeout(0.02):
                async with asyncio.TaskGroup() as g:
                    g.create_task(child(2))
        except TimeoutError:
            print("inner timeout")
    print("outer went on")

asyncio.run(main())
