# Exceptions, cancellation and context of work in threads.
import asyncio
import concurrent.futures
import contextvars
import threading
import time

var = contextvars.ContextVar("var", default="unset")

def fail():
    raise ValueError("in a thread")

def show():
    return var.get(), threading.current_thread() is threading.main_thread()

async def main():
    loop = asyncio.get_running_loop()
    var.set("set")
    print(await asyncio.to_thread(show), await loop.run_in_executor(None, show))
    try:
        await loop.run_in_executor(None, fail)
    except ValueError as e:
        print(repr(e))
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.1), 0.02)
    except TimeoutError:
        print("timeout; the thread goes on")
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        a = loop.run_in_executor(pool, time.sleep, 0.05)
        b = loop.run_in_executor(pool, show)
        print(type(a).__name__, b.cancel())
        await a
        print(b.cancelled())
        f = pool.submit(show)
        w = asyncio.wrap_future(f)
        print(await w, asyncio.wrap_future(w) is w)
    try:
        loop.set_default_executor(5)
    except TypeError as e:
        print(e)
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, show)
    except RuntimeError as e:
        print(e)

asyncio.run(main())
