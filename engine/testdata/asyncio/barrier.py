import asyncio

async def party(b, n):
    print(n, "arrives")
    i = await b.wait()
    print(n, "passes as", i)
    i = await b.wait()
    print(n, "again", i)

async def main():
    b = asyncio.Barrier(3)
    print(b.parties, b.n_waiting, b.broken)
    await asyncio.gather(*[party(b, n) for n in "abc"])
    t = asyncio.create_task(b.wait())
    await asyncio.sleep(0)
    print(b.n_waiting)
    await b.abort()
    try:
        await t
    except asyncio.BrokenBarrierError as e:
        print("broken", e, b.broken)
    try:
        await b.wait()
    except asyncio.BrokenBarrierError as e:
        print("still", e)
    await b.reset()
    print(b.broken)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)

asyncio.run(main())
