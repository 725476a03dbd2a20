import asyncio

# Timers of one moment are served in one iteration, before what they wake up.

async def sleeper(n):
    await asyncio.sleep(0.02)
    print("woke", n)
    await asyncio.sleep(0)
    print("again", n)

async def main():
    await asyncio.gather(*[sleeper(i) for i in range(4)])

asyncio.run(main())
