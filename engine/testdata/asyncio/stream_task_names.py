# Which tasks a server makes, who they belong to, and what cancelling them does.
import asyncio

seen = []


async def handle(reader, writer):
    seen.append(asyncio.current_task().get_name())
    try:
        await reader.read(100)
        writer.write(b"x")
        await reader.read()
    except asyncio.CancelledError:
        print("handler cancelled")
        raise
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"hello")
    print(await reader.read(10))
    names = sorted(t.get_name() for t in asyncio.all_tasks())
    print(names, seen)
    handlers = [t for t in asyncio.all_tasks() if t.get_name() in seen]
    handlers[0].cancel()
    print(await reader.read())
    await asyncio.sleep(0.01)
    print(handlers[0].cancelled(), len(asyncio.all_tasks()))
    extra = asyncio.create_task(asyncio.sleep(0), name=None)
    print(extra.get_name())
    await extra
    writer.close()
    server.close()


asyncio.run(main())
