# Two readers at once, and what set_exception does to those who wait.
import asyncio

async def main():
    r = asyncio.StreamReader()
    t = asyncio.create_task(r.read(5))
    await asyncio.sleep(0)
    for call in (r.readline, r.read, lambda: r.readexactly(2)):
        try:
            await call()
        except RuntimeError as e:
            print(e)
    r.feed_data(b"")
    r.feed_data(b"x")
    print(await t)
    t = asyncio.create_task(r.readline())
    await asyncio.sleep(0)
    r.set_exception(ConnectionResetError("gone"))
    try:
        await t
    except ConnectionResetError as e:
        print(repr(e), repr(r.exception()))
    try:
        await r.read(1)
    except ConnectionResetError as e:
        print(repr(e))
    r = asyncio.StreamReader()
    r.feed_data(b"a\nb\nc")
    r.feed_eof()
    print([line async for line in r])
    r = asyncio.StreamReader()
    t = asyncio.create_task(r.read(1))
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    r.feed_data(b"later")
    print(await r.read(10))

asyncio.run(main())
