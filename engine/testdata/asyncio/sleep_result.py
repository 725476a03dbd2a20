import asyncio
import time

async def main():
    print(await asyncio.sleep(0, "zero"), await asyncio.sleep(-1, "negative"), await asyncio.sleep(0.001, "later"))
    t = time.monotonic()
    await asyncio.gather(*[asyncio.sleep(0.1) for _ in range(100)])
    print(round(time.monotonic() - t, 1))

asyncio.run(main())
