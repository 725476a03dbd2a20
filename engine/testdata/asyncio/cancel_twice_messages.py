# Several cancel() before delivery arrive as one CancelledError with the last message.
import asyncio

async def work():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print("got", e.args, asyncio.current_task().cancelling())
        raise

async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel("one")
    t.cancel("two")
    try:
        await t
    except asyncio.CancelledError as e:
        print("main", e.args)
    t = asyncio.create_task(work())
    t.cancel("early")
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("main", e.args)
    try:
        t.result()
    except asyncio.CancelledError as e:
        print("result", e.args)
    try:
        t.exception()
    except asyncio.CancelledError as e:
        print("exception", e.args)

asyncio.run(main())
