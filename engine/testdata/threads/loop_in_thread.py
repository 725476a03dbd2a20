import asyncio
import threading
import time

loop = asyncio.new_event_loop()


def run():
    asyncio.set_event_loop(loop)
    loop.run_forever()
    print("the loop has stopped")


t = threading.Thread(target=run, name="loop")
t.start()


async def work(n):
    await asyncio.sleep(0.05)
    return n * 2, threading.current_thread().name


f = asyncio.run_coroutine_threadsafe(work(4), loop)
print(f.result(), type(f).__module__)


async def fails():
    raise ValueError("in the loop")


f = asyncio.run_coroutine_threadsafe(fails(), loop)
try:
    f.result(1)
except ValueError as e:
    print("ValueError", e)
f = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
try:
    f.result(timeout=0.05)
except TimeoutError:
    print("too slow", f.cancel())
loop.call_soon_threadsafe(print, "called in the loop")
time.sleep(0.05)
loop.call_soon_threadsafe(loop.stop)
t.join()
print(loop.is_running())
loop.close()
