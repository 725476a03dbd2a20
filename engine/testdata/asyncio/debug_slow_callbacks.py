# Debug mode tells who has kept the loop for longer than slow_callback_duration.
import asyncio
import logging
import time

class Show(logging.Handler):
    def emit(self, record):
        text = record.getMessage()
        head, _, tail = text.rpartition(" took ")
        for part in (" created at ", " coro=", " when="):
            head = head.partition(part)[0]
        print(record.levelname, head, "took", tail[:4] + "…")

logging.getLogger("asyncio").addHandler(Show())
logging.getLogger("asyncio").propagate = False

def slow(seconds):
    time.sleep(seconds)

async def task(seconds):
    await asyncio.sleep(0)
    time.sleep(seconds)

async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    loop.call_soon(slow, 0.15)
    loop.call_soon(slow, 0.01)
    await asyncio.create_task(task(0.12), name="hog")
    loop.slow_callback_duration = 0.05
    loop.call_later(0.001, slow, 0.065)
    await asyncio.sleep(0.1)
    loop.set_debug(False)
    loop.call_soon(slow, 0.2)
    await asyncio.sleep(0.01)

asyncio.run(main(), debug=True)
