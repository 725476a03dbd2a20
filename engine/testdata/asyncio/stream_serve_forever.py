# serve_forever ends by being cancelled, and closes the server.
import asyncio

async def serve(reader, writer):
    writer.close()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0, start_serving=False)
    print(server.is_serving())
    await server.start_serving()
    print(server.is_serving(), server.get_loop() is asyncio.get_running_loop())
    t = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0.01)
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print("already being awaited" in str(e))
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print("is closed" in str(e))
    server.close()

asyncio.run(main())
