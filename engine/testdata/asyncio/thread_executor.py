import asyncio
import concurrent.futures
import time

def work(n, d):
    time.sleep(d)
    return n

async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, 1, 0.01))
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        fs = [loop.run_in_executor(pool, work, i, d) for i, d in enumerate((0.2, 0.1, 0.3))]
        print(type(fs[0]).__name__, fs[0].done())
        for f in asyncio.as_completed(fs):
            print(await f)
        f = asyncio.wrap_future(pool.submit(work, "wrapped", 0.01))
        print(await f)
        try:
            await asyncio.wait_for(loop.run_in_executor(pool, work, "slow", 0.2), 0.05)
        except asyncio.TimeoutError:
            print("timeout; the thread goes on")
    print("pool closed")
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(max_workers=1))
    print(await asyncio.gather(*[loop.run_in_executor(None, work, i, 0.01) for i in range(3)]))

asyncio.run(main())
