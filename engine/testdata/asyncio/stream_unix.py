# The same streams over a path.
import asyncio

PATH = "stream.sock"

async def serve(reader, writer):
    async for line in reader:
        writer.write(b"> " + line)
        await writer.drain()
    writer.close()

async def main():
    server = await asyncio.start_unix_server(serve, PATH)
    reader, writer = await asyncio.open_unix_connection(PATH)
    writer.write(b"one\ntwo\n")
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_unix_connection("nobody.sock")
    except OSError as e:
        print(type(e).__name__)

asyncio.run(main())
