# Callbacks from other threads arrive in order and wake a sleeping loop.
import asyncio
import threading
import time

async def main():
    loop = asyncio.get_running_loop()
    log = []
    done = loop.create_future()

    def thread():
        time.sleep(0.05)
        for n in range(5):
            loop.call_soon_threadsafe(log.append, n)
        loop.call_soon_threadsafe(done.set_result, "done")

    t = threading.Thread(target=thread)
    t.start()
    start = loop.time()
    print(await done, log, 0.04 < loop.time() - start < 0.5)
    t.join()
    h = loop.call_soon_threadsafe(print, "never")
    h.cancel()
    await asyncio.sleep(0.01)

asyncio.run(main())
