import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar("var", default="unset")

def blocking(n):
    time.sleep(0.02 * n)
    return n, var.get(), threading.current_thread() is threading.main_thread()

async def main():
    var.set("main's")
    print(await asyncio.gather(*[asyncio.to_thread(blocking, i) for i in (3, 1, 2)]))

    def fails():
        raise ValueError("in the thread")

    try:
        await asyncio.to_thread(fails)
    except ValueError as e:
        print(repr(e))

    async def ticks():
        for i in range(3):
            print("tick", i)
            await asyncio.sleep(0.03)

    t = asyncio.create_task(ticks())
    print(await asyncio.to_thread(time.sleep, 0.15))
    print(t.done())

asyncio.run(main())
