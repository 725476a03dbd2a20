import asyncio
import threading

async def job(n):
    await asyncio.sleep(0.02)
    if n < 0:
        raise ValueError(n)
    return n * 10

def other(loop):
    f = asyncio.run_coroutine_threadsafe(job(2), loop)
    print("from thread", f.result())
    f = asyncio.run_coroutine_threadsafe(job(-1), loop)
    try:
        f.result()
    except ValueError as e:
        print("from thread", repr(e))
    f = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
    try:
        f.result(timeout=0.05)
    except TimeoutError:
        print("timeout", f.cancel())
    loop.call_soon_threadsafe(done.set_result, "bye")

async def main():
    global done
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    t = threading.Thread(target=other, args=(loop,))
    t.start()
    print(await done)
    t.join()

asyncio.run(main())
