# gather fails with the first exception and leaves the others running.
import asyncio

async def work(n, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(n)
        print("work", n)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    ts = [asyncio.create_task(work(i, 0.01 * i, i == 2)) for i in range(1, 5)]
    try:
        await asyncio.gather(*ts)
    except ValueError as e:
        print("failed", e, [t.done() for t in ts])
    await asyncio.sleep(0.05)
    print([t.done() for t in ts])
    r = await asyncio.gather(work(5, 0), work(6, 0.01, True), work(7, 0.02), return_exceptions=True)
    print(r)

asyncio.run(main())
