import asyncio
import threading
import time

async def main():
    loop = asyncio.get_running_loop()
    q = asyncio.Queue()

    def produce():
        for i in range(4):
            time.sleep(0.02)
            loop.call_soon_threadsafe(q.put_nowait, i)
        loop.call_soon_threadsafe(q.put_nowait, None)

    threading.Thread(target=produce).start()
    while (x := await q.get()) is not None:
        print("got", x)
    print("end")

asyncio.run(main())
