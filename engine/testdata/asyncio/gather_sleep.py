# Tasks run between awaits; gather waits for all and keeps the order of its arguments.
import asyncio


async def work(name, delay, steps=2):
    for step in range(steps):
        print(f"{name} step {step}")
        await asyncio.sleep(delay)
    print(f"{name} done")
    return name.upper()


async def main():
    print("one by one:", await work("a", 0.02), await work("b", 0.01))
    print("together:", await asyncio.gather(work("c", 0.03), work("d", 0.01), work("e", 0.02)))
    task = asyncio.create_task(work("f", 0.01), name="the f")
    print(task.get_name(), task.done())
    print(await task, task.done(), task.result())
    results = await asyncio.gather(work("g", 0.01), fails(), return_exceptions=True)
    print(results)
    try:
        await asyncio.gather(fails(), work("h", 0.01))
    except ValueError as error:
        print("gather raised", error)
    await asyncio.sleep(0.05)


async def fails():
    await asyncio.sleep(0)
    raise ValueError("failed")


asyncio.run(main())
