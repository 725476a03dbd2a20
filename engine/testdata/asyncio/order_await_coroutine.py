import asyncio

async def leaf(n):
    print("leaf", n)
    return n * 2

async def middle(n):
    # No task, no switch: awaiting a coroutine runs it at once.
    x = await leaf(n)
    y = await leaf(x)
    return x + y

async def other():
    print("other runs")

async def main():
    t = asyncio.create_task(other())
    print(await middle(1))
    print("other has run:", t.done())
    await asyncio.sleep(0)
    print("other has run:", t.done())

asyncio.run(main())
