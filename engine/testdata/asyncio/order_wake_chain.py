# A task that ends wakes those who await it one iteration later, in the order in which they began to wait.
import asyncio

async def leaf():
    print("leaf runs")
    return "L"

async def waiter(n, t):
    r = await t
    print("waiter", n, r)

async def ticker():
    for i in range(6):
        print("tick", i)
        await asyncio.sleep(0)

async def main():
    t = asyncio.create_task(leaf())
    ws = [asyncio.create_task(waiter(i, t)) for i in range(3)]
    k = asyncio.create_task(ticker())
    await asyncio.gather(*ws, k)
    print("main", await t)

asyncio.run(main())
