import asyncio

async def ticks(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0.01)
    finally:
        print("closed")

async def main():
    async for x in ticks(3):
        print(x)
    print([x async for x in ticks(2)])
    g = ticks(5)
    print(await g.__anext__(), await anext(g))
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration:
        print("over")
    async for x in ticks(5):
        if x == 1:
            break
    print("left by break")
    print({x: x * x async for x in ticks(2)})

asyncio.run(main())
