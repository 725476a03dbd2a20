import asyncio

async def fails():
    raise ValueError("inner")

async def wraps():
    try:
        await fails()
    except ValueError as e:
        raise RuntimeError("outer") from e

async def handles():
    try:
        raise KeyError("handled")
    except KeyError:
        await asyncio.sleep(0)
        raise TypeError("while handling")

async def main():
    r = await asyncio.gather(wraps(), handles(), return_exceptions=True)
    for e in r:
        print(repr(e), repr(e.__cause__), repr(e.__context__))
    await wraps()

asyncio.run(main())
