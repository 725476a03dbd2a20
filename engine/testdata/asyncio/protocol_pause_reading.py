# pause_reading holds data back, resume_reading lets it through.
import asyncio

class P(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        transports.append(transport)

    def data_received(self, data):
        got.append(data)

transports, got = [], []

async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(P, "127.0.0.1", 0)
    r, w = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    await asyncio.sleep(0.02)
    t = transports[0]
    print(t.is_reading())
    t.pause_reading()
    w.write(b"first")
    await asyncio.sleep(0.05)
    print(got, t.is_reading())
    t.resume_reading()
    await asyncio.sleep(0.05)
    print(got, t.is_reading())
    t.abort()
    await asyncio.sleep(0.05)
    print(await r.read(), r.at_eof())
    w.close()
    server.close()

asyncio.run(main())
