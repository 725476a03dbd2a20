# The order of a protocol's calls on both sides.
import asyncio

class P(asyncio.Protocol):
    def __init__(self, name):
        self.name = name

    def connection_made(self, transport):
        log.append(f"{self.name} made")
        self.transport = transport

    def data_received(self, data):
        log.append(f"{self.name} data {data}")
        if self.name == "server":
            self.transport.write(data[::-1])

    def eof_received(self):
        log.append(f"{self.name} eof")

    def connection_lost(self, exc):
        log.append(f"{self.name} lost {exc}")
        lost.append(self.name)
        if len(lost) == 2:
            done.set_result(None)

log, lost = [], []

async def main():
    global done
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    server = await loop.create_server(lambda: P("server"), "127.0.0.1", 0)
    t, p = await loop.create_connection(lambda: P("client"), "127.0.0.1", server.sockets[0].getsockname()[1])
    print(isinstance(p, P), t.get_protocol() is p, t.is_closing(), p.transport is t)
    t.write(b"abc")
    await asyncio.sleep(0.05)
    t.close()
    print(t.is_closing())
    await done
    server.close()
    for side in ("client", "server"):
        print([x for x in log if x.startswith(side)])
    try:
        t.write("text")
    except TypeError as e:
        print(e)

asyncio.run(main())
