import asyncio

async def player(name, mine, other, log):
    for i in range(3):
        await mine.wait()
        mine.clear()
        print(name, i)
        other.set()

async def main():
    a, b = asyncio.Event(), asyncio.Event()
    ts = [asyncio.create_task(player("ping", a, b, [])), asyncio.create_task(player("pong", b, a, []))]
    a.set()
    await asyncio.gather(*ts)

asyncio.run(main())
