import asyncio

class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print("server: made")

    def data_received(self, data):
        print("server:", data)
        self.transport.write(data[::-1])

    def connection_lost(self, exc):
        print("server: lost", exc)

class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        self.transport = transport
        transport.write(b"stressed")

    def data_received(self, data):
        print("client:", data)
        self.transport.close()

    def connection_lost(self, exc):
        print("client: lost", exc)
        self.done.set_result(None)

async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), "127.0.0.1", port)
    await done
    await asyncio.sleep(0.05)
    print(transport.is_closing(), type(protocol).__name__)
    server.close()
    await server.wait_closed()

asyncio.run(main())
