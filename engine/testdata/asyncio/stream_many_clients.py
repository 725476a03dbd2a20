import asyncio

async def handle(reader, writer):
    n = int(await reader.readline())
    await asyncio.sleep(0.05 * n)
    writer.write(f"answer {n}\n".encode())
    await writer.drain()
    writer.close()

async def ask(port, n):
    reader, writer = await asyncio.open_connection("localhost", port)
    writer.write(b"%d\n" % n)
    answer = await reader.read()
    print(answer)
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(handle, "localhost", 0)
    port = server.sockets[0].getsockname()[1]
    await asyncio.gather(*[ask(port, n) for n in (3, 1, 2)])
    server.close()

asyncio.run(main())
