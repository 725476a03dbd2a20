import asyncio
import time

async def heartbeat():
    for i in range(3):
        print("beat", i)
        await asyncio.sleep(0.05)

async def blocks():
    await asyncio.sleep(0.02)
    print("block begins")
    time.sleep(0.2)
    print("block ends")

async def main():
    await asyncio.gather(heartbeat(), blocks())

asyncio.run(main())
