# readuntil, readexactly, read, readline on what is fed in pieces; the exceptions keep what was read.
import asyncio

async def main():
    r = asyncio.StreamReader(limit=10)
    r.feed_data(b"one\ntw")
    print(await r.readline(), r.at_eof())
    asyncio.get_running_loop().call_later(0.01, r.feed_data, b"o\nabc--def")
    print(await r.readuntil(b"\n"), await r.readuntil(b"--"))
    print(await r.readexactly(2), await r.read(100))
    for call in (lambda: r.readexactly(-1), lambda: r.readuntil(b"")):
        try:
            await call()
        except ValueError as e:
            print(e)
    print(await r.readexactly(0), await r.read(0))
    r.feed_data(b"0123456789abcdef")
    for sep in (b"\n", b"c"):
        try:
            await r.readuntil(sep)
        except asyncio.LimitOverrunError as e:
            print(e, e.consumed)
    try:
        await r.readline()
    except ValueError as e:
        print("readline:", e)
    r.feed_data(b"left")
    r.feed_eof()
    try:
        await r.readuntil(b"!")
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)
    print(await r.read(), r.at_eof(), await r.readline())
    r = asyncio.StreamReader()
    r.feed_data(b"abc")
    r.feed_eof()
    try:
        await r.readexactly(5)
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)
    print(await r.read(-1), r)
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as e:
        print(e)

asyncio.run(main())
