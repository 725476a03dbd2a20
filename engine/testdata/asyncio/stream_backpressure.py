# drain() waits while the other side does not read.
import asyncio

async def serve(reader, writer):
    await go.wait()
    total = 0
    while data := await reader.read(65536):
        total += len(data)
    totals.append(total)
    writer.close()

async def main():
    global go, totals
    go, totals = asyncio.Event(), []
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    writer.transport.set_write_buffer_limits(high=1000, low=100)
    print(writer.transport.get_write_buffer_limits())
    for _ in range(100):
        writer.write(b"x" * 100_000)
    t = asyncio.create_task(writer.drain())
    await asyncio.sleep(0.05)
    print("drained before anybody reads:", t.done())
    go.set()
    await t
    print("drained")
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    print(totals)
    server.close()

asyncio.run(main())
