# loop.sock_accept, sock_connect, sock_recv, sock_sendall on plain sockets.
import asyncio
import socket


async def serve(listener, n):
    loop = asyncio.get_running_loop()
    for _ in range(n):
        conn, address = await loop.sock_accept(listener)
        print("accepted", address[0], conn.gettimeout())
        asyncio.create_task(echo(conn))


async def echo(conn):
    loop = asyncio.get_running_loop()
    with conn:
        while data := await loop.sock_recv(conn, 100):
            await loop.sock_sendall(conn, data.upper())


async def client(address, word):
    loop = asyncio.get_running_loop()
    with socket.socket() as s:
        s.setblocking(False)
        await loop.sock_connect(s, address)
        await loop.sock_sendall(s, word)
        buffer = bytearray(20)
        n = await loop.sock_recv_into(s, buffer)
        return bytes(buffer[:n])


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)
    server = asyncio.create_task(serve(listener, 3))
    print(await asyncio.gather(*(client(listener.getsockname(), w) for w in (b"a", b"bc", b"def"))))
    await server
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    big = b"x" * 1_000_000

    async def read_all():
        n = 0
        while data := await loop.sock_recv(b, 100_000):
            n += len(data)
        return n

    reader = asyncio.create_task(read_all())
    await loop.sock_sendall(a, big)
    a.close()
    print(await reader)
    try:
        await asyncio.wait_for(loop.sock_accept(listener), 0.02)
    except asyncio.TimeoutError:
        print("nobody came")
    u = socket.socket(type=socket.SOCK_DGRAM)
    u.bind(("127.0.0.1", 0))
    u.setblocking(False)
    v = socket.socket(type=socket.SOCK_DGRAM)
    v.setblocking(False)
    print(await loop.sock_sendto(v, b"packet", u.getsockname()), await loop.sock_recvfrom(u, 100) == (b"packet", ("127.0.0.1", v.getsockname()[1])))
    listener.close()
    free = socket.socket()
    free.bind(("127.0.0.1", 0))
    s = socket.socket()
    s.setblocking(False)
    try:
        await loop.sock_connect(s, free.getsockname())
    except ConnectionRefusedError as e:
        print(type(e).__name__, e.errno, str(e).split("(")[0])


asyncio.run(main())
