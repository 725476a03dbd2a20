import asyncio

async def step(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    print(name, "done")
    return name

async def main():
    print("before")
    a = asyncio.create_task(step("a", 3))
    b = asyncio.create_task(step("b", 2))
    print("created")
    await asyncio.sleep(0)
    print("main again")
    c = asyncio.create_task(step("c", 1))
    print(await b)
    print(await c, await a)

asyncio.run(main())
