# abort() and reset() break the barrier for those who wait.
import asyncio

async def part(n, b):
    try:
        i = await b.wait()
        return "through", n, i
    except asyncio.BrokenBarrierError as e:
        return "broken", n

async def main():
    b = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*[part(n, b) for n in range(3)])), b.broken)
    ts = [asyncio.create_task(part(n, b)) for n in range(2)]
    await asyncio.sleep(0)
    print(b.n_waiting, b.parties)
    await b.reset()
    print(await asyncio.gather(*ts), b.broken)
    ts = [asyncio.create_task(part(n, b)) for n in range(2)]
    await asyncio.sleep(0)
    await b.abort()
    print(await asyncio.gather(*ts), b.broken)
    print(await part(9, b))
    await b.reset()
    print(b.broken)
    async with asyncio.Barrier(1) as i:
        print("position", i)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)

asyncio.run(main())
