# After the timeout the remaining coroutines raise TimeoutError; the work is not cancelled.
import asyncio

async def work(n, delay):
    await asyncio.sleep(delay)
    return n

async def main():
    ts = [asyncio.create_task(work(n, n * 0.02)) for n in (1, 2, 3, 4)]
    for c in asyncio.as_completed(ts, timeout=0.05):
        try:
            print("got", await c)
        except asyncio.TimeoutError:
            print("timeout", [t.done() for t in ts])
    print(await asyncio.gather(*ts))

asyncio.run(main())
