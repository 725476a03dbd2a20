# A transport: buffer limits, pausing, is_closing, abort, writes after the end.
import asyncio


class Server(asyncio.Protocol):
    def __init__(self):
        self.got = 0
        self.lost = asyncio.get_running_loop().create_future()
        servers.append(self)

    def connection_made(self, transport):
        self.transport = transport
        transport.pause_reading()

    def data_received(self, data):
        self.got += len(data)

    def connection_lost(self, exc):
        self.lost.set_result(type(exc).__name__)


class Client(asyncio.Protocol):
    def __init__(self):
        self.events = []
        self.lost = asyncio.get_running_loop().create_future()
        self.resumed = asyncio.Event()

    def pause_writing(self):
        self.events.append("pause")

    def resume_writing(self):
        self.events.append("resume")
        self.resumed.set()

    def connection_lost(self, exc):
        self.events.append(("lost", exc))
        self.lost.set_result(None)


servers = []


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, "127.0.0.1", 0)
    transport, client = await loop.create_connection(Client, *server.sockets[0].getsockname())
    await asyncio.sleep(0.01)
    s = servers[0]
    print(transport.get_write_buffer_size(), transport.get_write_buffer_limits(), transport.is_reading(), s.transport.is_reading())
    transport.set_write_buffer_limits(high=100_000)
    print(transport.get_write_buffer_limits())
    total = 0
    while "pause" not in client.events:
        transport.write(b"x" * 500_000)
        total += 500_000
    print(transport.get_write_buffer_size() > 100_000, client.events)
    s.transport.resume_reading()
    await client.resumed.wait()
    await asyncio.sleep(0.05)
    print(s.got == total, client.events, transport.get_write_buffer_size())
    print(transport.can_write_eof(), transport.is_closing(), transport.get_protocol() is client)
    transport.write(b"last")
    transport.close()
    print(transport.is_closing(), transport.is_reading())
    transport.close()
    await client.lost
    print(client.events[-1], await s.lost, s.got == total + 4)
    try:
        transport.write("text")
    except TypeError as e:
        print(e)
    other, second = await loop.create_connection(Client, *server.sockets[0].getsockname())
    await asyncio.sleep(0.01)
    other.write_eof()
    try:
        other.write(b"after eof")
    except RuntimeError as e:
        print(e)
    other.abort()
    await second.lost
    print(second.events)
    try:
        other.set_write_buffer_limits(high=1, low=2)
    except ValueError as e:
        print(e)
    server.close()


asyncio.run(main())
