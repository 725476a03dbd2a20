# Servers made of sockets of one's own; what their sockets say; closing and counting.
import asyncio
import socket


async def handle(reader, writer):
    line = await reader.readline()
    writer.write(b"you said " + line)
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def ask(address, text):
    reader, writer = await asyncio.open_connection(*address)
    writer.write(text + b"\n")
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


async def main():
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = await asyncio.start_server(handle, sock=listener)
    print(len(server.sockets), server.is_serving(), type(server.sockets[0]).__name__)
    print(server.sockets[0].getsockname() == listener.getsockname(), server.sockets[0].fileno() == listener.fileno())
    address = listener.getsockname()
    print(await asyncio.gather(*(ask(address, b"%d" % n) for n in range(3))))
    s = socket.create_connection(address)
    s.setblocking(False)
    reader, writer = await asyncio.open_connection(sock=s)
    writer.write(b"own socket\n")
    print(await reader.read())
    print(writer.get_extra_info("peername") == address, writer.get_extra_info("socket").family.name)
    print(writer.get_extra_info("nothing", "default"))
    writer.close()
    server.close()
    await server.wait_closed()
    print(server.sockets, server.is_serving(), listener.fileno())
    try:
        await ask(address, b"x")
    except ConnectionRefusedError as e:
        print(e.errno, str(e).startswith("[Errno 111] Connect call failed ('127.0.0.1', "))
    later = await asyncio.start_server(handle, "127.0.0.1", 0, start_serving=False)
    print(later.is_serving())
    async with later:
        await later.start_serving()
        print(later.is_serving(), await ask(later.sockets[0].getsockname(), b"hello"))
    print(later.is_serving())
    for kwargs in ({"host": "127.0.0.1", "port": 0, "sock": listener}, {}):
        try:
            await asyncio.start_server(handle, **kwargs)
        except ValueError as e:
            print(e)
    try:
        await asyncio.open_connection()
    except ValueError as e:
        print(e)
    taken = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        await asyncio.start_server(handle, *taken.sockets[0].getsockname())
    except OSError as e:
        print(e.errno, e.strerror.split("(")[0])
    taken.close()


asyncio.run(main())
