import asyncio

async def inner():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("inner")
        raise

async def middle():
    try:
        await inner()
    except asyncio.CancelledError:
        print("middle")
        raise RuntimeError("turned into this")

async def outer():
    t = asyncio.create_task(middle())
    try:
        await t
    finally:
        print("outer", t.done())

async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except RuntimeError as e:
        print(repr(e), repr(e.__context__))

asyncio.run(main())
