# write_eof closes one direction only.
import asyncio

async def serve(reader, writer):
    data = await reader.read()
    print("server got", data)
    writer.write(b"answer to " + data)
    await writer.drain()
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(writer.can_write_eof(), writer.is_closing())
    writer.write(b"abc")
    writer.writelines([b"d", b"e"])
    writer.write_eof()
    print(await reader.read())
    print(reader.at_eof())
    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as e:
        print(e.errno, "refused")

asyncio.run(main())
