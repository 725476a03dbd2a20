# run_coroutine_threadsafe: results, errors, timeouts and cancellation cross the threads.
import asyncio
import concurrent.futures
import threading

async def work(x, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("work cancelled")
        raise
    if x < 0:
        raise ValueError(x)
    return x * 2

loop = asyncio.new_event_loop()
t = threading.Thread(target=loop.run_forever)
t.start()
submit = lambda *a: asyncio.run_coroutine_threadsafe(work(*a), loop)
f = submit(4, 0.01)
print(type(f).__module__, f.result(timeout=5))
try:
    submit(-1, 0).result()
except ValueError as e:
    print(repr(e))
f = submit(1, 10)
try:
    f.result(timeout=0.02)
except concurrent.futures.TimeoutError:
    print("timeout", f.done())
print(f.cancel(), f.cancelled())
submit(0, 0.01).result()
try:
    asyncio.run_coroutine_threadsafe(5, loop)
except TypeError as e:
    print(e)
loop.call_soon_threadsafe(loop.stop)
t.join()
print(loop.is_running())
loop.close()
