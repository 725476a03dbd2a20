# A BufferedProtocol lends its own buffer.
import asyncio

class B(asyncio.BufferedProtocol):
    def __init__(self):
        self.buffer = bytearray(4)
        self.got = []
        self.done = asyncio.get_running_loop().create_future()

    def get_buffer(self, sizehint):
        return memoryview(self.buffer)

    def buffer_updated(self, nbytes):
        self.got.append(bytes(self.buffer[:nbytes]))

    def eof_received(self):
        self.done.set_result(b"".join(self.got))

async def main():
    loop = asyncio.get_running_loop()
    made = []

    def factory():
        made.append(B())
        return made[-1]

    server = await loop.create_server(factory, "127.0.0.1", 0)
    r, w = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    w.write(b"0123456789")
    w.write_eof()
    while not made:
        await asyncio.sleep(0.01)
    print(await made[0].done, [len(x) for x in made[0].got], max(map(len, made[0].got)))
    w.close()
    server.close()

asyncio.run(main())
