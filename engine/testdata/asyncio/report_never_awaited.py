import asyncio

async def f(x):
    return x

async def main():
    f(1)
    c = f(2)
    c = None
    for i in range(3):
        f(i)
    asyncio.sleep(1)
    print("done")

f(0)
asyncio.run(main())
