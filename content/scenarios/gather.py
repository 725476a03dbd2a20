#@title Waiting together
import asyncio

workers = 4  #@param {type:"slider", min:1, max:8}
delay = 0.3  #@param {type:"number"}

async def fetch(n):
    await asyncio.sleep(delay)
    links = 0
    for i in range(100_000):
        if i % (n + 7) == 0:
            links += 1
    print(f"page {n}: {links} links")

async def heartbeat():
    while True:
        await asyncio.sleep(0.25)

async def main():
    beat = asyncio.create_task(heartbeat())
    for n in range(workers):
        await fetch(n)              # one by one
    await asyncio.gather(           # all at once
        *(fetch(n) for n in range(workers)))
    beat.cancel()

asyncio.run(main())
