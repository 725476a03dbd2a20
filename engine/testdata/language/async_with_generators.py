# asynccontextmanager, aclosing, and async generators that are closed by the loop's end.
import asyncio
from contextlib import aclosing, asynccontextmanager


@asynccontextmanager
async def connection(name):
    print("open", name)
    try:
        yield name.upper()
    except ZeroDivisionError:
        print("swallowed in", name)
    finally:
        await asyncio.sleep(0)
        print("close", name)


async def numbers(name):
    try:
        for n in range(5):
            yield n
    finally:
        print("numbers closed", name)


async def main():
    async with connection("db") as c, connection("cache") as d:
        print(c, d)
        1 / 0
    async with aclosing(numbers("by aclosing")) as g:
        async for n in g:
            if n == 2:
                break
    print("after aclosing")
    async for n in numbers("by shutdown"):
        if n:
            break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
print("loop closed")


@asynccontextmanager
async def broken():
    if False:
        yield


async def use_broken():
    try:
        async with broken():
            pass
    except RuntimeError as error:
        print(error)


asyncio.run(use_broken())
