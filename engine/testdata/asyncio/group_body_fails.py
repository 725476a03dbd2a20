# The body of the group fails: its tasks are cancelled, and everything is in the exception group.
import asyncio

async def child(n):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("child", n, "cancelled")
        if n == 2:
            raise ValueError("while cancelled")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(child(2))
            await asyncio.sleep(0)
            raise KeyError("body")
    except* KeyError as eg:
        print("keys", eg.exceptions)
    except* ValueError as eg:
        print("values", eg.exceptions)
    print(asyncio.current_task().cancelling())

asyncio.run(main())
