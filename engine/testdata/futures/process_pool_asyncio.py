# loop.run_in_executor with processes: the loop goes on meanwhile, exceptions come through.
import asyncio
import os
import time
from concurrent.futures import ProcessPoolExecutor


def work(n):
    time.sleep(0.05)
    return n, os.getpid()


def fail():
    raise KeyError("worker")


async def ticker(ticks):
    while True:
        ticks.append(1)
        await asyncio.sleep(0.01)


async def main():
    loop = asyncio.get_running_loop()
    ticks = []
    t = asyncio.create_task(ticker(ticks))
    with ProcessPoolExecutor(2) as pool:
        results = await asyncio.gather(*[loop.run_in_executor(pool, work, n) for n in range(4)])
        print([n for n, _ in results], os.getpid() in {p for _, p in results})
        print(len(ticks) > 3)
        try:
            await loop.run_in_executor(pool, fail)
        except KeyError as e:
            print(repr(e), type(e.__cause__).__name__)
        try:
            await asyncio.wait_for(loop.run_in_executor(pool, time.sleep, 0.5), 0.05)
        except asyncio.TimeoutError:
            print("timeout")
        print(await loop.run_in_executor(pool, pow, 2, 10))
    t.cancel()


if __name__ == "__main__":
    asyncio.run(main())
