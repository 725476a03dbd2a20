import asyncio

async def handle(reader, writer):
    writer.write(b"abcdefgh")
    await asyncio.sleep(0.05)
    writer.write(b"line one\nline two\nrest;more")
    writer.write_eof()

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    r, w = await asyncio.open_connection("127.0.0.1", port)
    print(await r.readexactly(3), await r.read(2), await r.read(100))
    print(await r.readline())
    print([line async for line in r], r.at_eof())
    print(await r.read(), await r.readline())
    try:
        await r.readexactly(5)
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)
    w.close()
    r, w = await asyncio.open_connection("127.0.0.1", port)
    print(await r.readuntil(b";"))
    print(await r.read())
    try:
        await r.readuntil(b";")
    except asyncio.IncompleteReadError as e:
        print(e)
    w.close()
    await w.wait_closed()
    server.close()
    await server.wait_closed()

    r = asyncio.StreamReader()
    r.feed_data(b"fed by hand\n")
    r.feed_eof()
    print(await r.readline(), await r.read())

asyncio.run(main())
