# A failure in an inner group passes through the outer one, as groups in groups.
import asyncio

async def fail(e, delay):
    await asyncio.sleep(delay)
    raise e

async def sleeper(name):
    try:
        await asyncio.sleep(1)
    finally:
        print(name, "ends")

async def inner():
    async with asyncio.TaskGroup() as g:
        g.create_task(fail(ValueError("inner"), 0.01))
        g.create_task(sleeper("inner sleeper"))

async def main():
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(inner())
            g.create_task(sleeper("outer sleeper"))
    except BaseExceptionGroup as eg:
        print(repr(eg))
        print(eg.split(ValueError)[0])
    try:
        async with asyncio.TaskGroup() as a:
            a.create_task(sleeper("a"))
            async with asyncio.TaskGroup() as b:
                b.create_task(fail(KeyError("b"), 0))
    except BaseExceptionGroup as eg:
        print(repr(eg))

asyncio.run(main())
