# An exception in the client callback is reported; the server goes on.
import asyncio

async def serve(reader, writer):
    line = await reader.readline()
    if line == b"bad\n":
        raise ValueError("bad line")
    writer.write(line.upper())
    writer.close()

async def ask(port, text):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(text)
    answer = await reader.read()
    writer.close()
    return answer

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler:", c["message"], repr(c.get("exception"))))
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        print(await ask(port, b"good\n"))
        t = asyncio.create_task(ask(port, b"bad\n"))
        await asyncio.sleep(0.05)
        t.cancel()
        print(await ask(port, b"again\n"))
    print(server.is_serving())

asyncio.run(main())
