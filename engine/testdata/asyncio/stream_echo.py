import asyncio

async def handle(reader, writer):
    while data := await reader.readline():
        print("server got", data)
        writer.write(data.upper())
        await writer.drain()
    print("server sees the end")
    writer.close()
    await writer.wait_closed()

async def client(port, lines):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for line in lines:
        writer.write(line)
        await writer.drain()
        print("client got", await reader.readline())
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))
    async with server:
        await client(port, [b"hello\n", b"world\n"])
        await asyncio.sleep(0.05)
    print(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as e:
        print(type(e).__name__, e.errno)

asyncio.run(main())
