# sock_sendfile sends a file in blocks, and leaves the file where it stopped.
import asyncio
import socket

async def main():
    loop = asyncio.get_running_loop()
    with open("data.bin", "wb") as f:
        f.write(bytes(range(256)) * 100)
    a, b = socket.socketpair()
    for s in (a, b):
        s.setblocking(False)
    with open("data.bin", "rb") as f:
        sent = await loop.sock_sendfile(a, f, 10, 1000)
        print(sent, f.tell())
        got = b""
        while len(got) < sent:
            got += await loop.sock_recv(b, 4096)
        print(got == (bytes(range(256)) * 100)[10:1010])
        for args in ((0, -1), (0, "x"), (-1,), ("x",)):
            try:
                await loop.sock_sendfile(a, f, *args)
            except (TypeError, ValueError) as e:
                print(type(e).__name__, e)
    with open("data.bin") as f:
        try:
            await loop.sock_sendfile(a, f)
        except ValueError as e:
            print(e)
    a.close()
    b.close()

asyncio.run(main())
