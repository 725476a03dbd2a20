import asyncio

async def stops():
    raise StopIteration("x")

async def main():
    try:
        await stops()
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__))
    t = asyncio.create_task(stops())
    try:
        await t
    except RuntimeError as e:
        print(repr(e))

asyncio.run(main())
