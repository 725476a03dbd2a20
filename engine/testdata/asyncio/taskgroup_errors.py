import asyncio

async def fail(e, d):
    await asyncio.sleep(d)
    raise e

async def victim(n):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("victim", n)
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(victim(1))
            tg.create_task(fail(ValueError("a"), 0.01))
            tg.create_task(fail(KeyError("b"), 0.01))
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("body cancelled")
                raise
    except* ValueError as eg:
        print("ValueErrors", eg.exceptions)
    except* KeyError as eg:
        print("KeyErrors", eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(victim(2))
            await asyncio.sleep(0)
            raise TypeError("body")
    except ExceptionGroup as eg:
        print(repr(eg))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(SystemExit(3), 0.01))
            await victim(3)
    except BaseException as e:
        print(type(e).__name__)

try:
    asyncio.run(main())
except SystemExit as e:
    print("exit", e.code)
