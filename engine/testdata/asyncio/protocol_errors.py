# An exception in data_received ends the connection and is reported.
import asyncio

class P(asyncio.Protocol):
    def data_received(self, data):
        raise ValueError(data)

    def connection_lost(self, exc):
        print("lost", repr(exc))

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print(c["message"], repr(c["exception"]), sorted(c)))
    server = await loop.create_server(P, "127.0.0.1", 0)
    r, w = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    w.write(b"x")
    print(await r.read())
    w.close()
    server.close()

asyncio.run(main())
