import asyncio

async def f(n):
    await asyncio.sleep(0)
    print("f", n)
    return n

async def main():
    print(await asyncio.gather(asyncio.gather(f(1), f(2)), f(3), asyncio.gather(f(4))))

asyncio.run(main())
