# A blocking client in a thread against an asyncio server; a thread's server against an asyncio client.
import asyncio
import socket
import threading


async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


def blocking_client(address, n):
    with socket.create_connection(address) as s, s.makefile("rwb") as f:
        answers = []
        for word in ("one", "two"):
            f.write(f"{word}{n}\n".encode())
            f.flush()
            answers.append(f.readline().decode().strip())
        return answers


def blocking_server(listener):
    conn, _ = listener.accept()
    with conn:
        while data := conn.recv(100):
            conn.sendall(b"<" + data + b">")
    listener.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    results = await asyncio.gather(*(asyncio.to_thread(blocking_client, address, n) for n in range(3)))
    print(results)
    server.close()
    listener = socket.create_server(("127.0.0.1", 0))
    t = threading.Thread(target=blocking_server, args=(listener,))
    t.start()
    reader, writer = await asyncio.open_connection(*listener.getsockname())
    ticks = 0

    async def ticker():
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.001)

    task = asyncio.create_task(ticker())
    for word in (b"first", b"second"):
        writer.write(word)
        print(await reader.readuntil(b">"))
        await asyncio.sleep(0.01)
    writer.write_eof()
    print(await reader.read())
    task.cancel()
    writer.close()
    await asyncio.to_thread(t.join)
    print(ticks > 5, t.is_alive())


asyncio.run(main())
