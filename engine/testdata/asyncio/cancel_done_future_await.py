# A cancelled task does not notice in an await that does not wait.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.set_result("ready")

    async def work():
        asyncio.current_task().cancel()
        print(await f)
        async with asyncio.Lock():
            print("lock was free")
        q = asyncio.Queue()
        await q.put(1)
        print("queue", await q.get())
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            print("now")
            raise

    t = asyncio.create_task(work())
    print(await asyncio.wait([t]) and t.cancelled())

asyncio.run(main())
