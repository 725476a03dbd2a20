# Async generators: asend, athrow, aclose, iteration, attributes, wrong uses.
import asyncio
import inspect


async def echo():
    try:
        received = None
        while True:
            try:
                await asyncio.sleep(0)
                received = yield ("got", received)
            except ValueError as error:
                received = "caught " + str(error)
    finally:
        await asyncio.sleep(0)
        print("closed")


async def three():
    for n in range(3):
        yield n


async def main():
    g = echo()
    print(g.__name__, g.ag_running, g.ag_frame is not None, g.ag_await, inspect.isasyncgen(g))
    print(await g.__anext__(), await g.asend("x"), await g.athrow(ValueError("v")), await anext(g))
    print(await g.aclose(), await g.aclose())
    try:
        await anext(g)
    except StopAsyncIteration as error:
        print("stop", error.args)
    print(await anext(g, "default"))
    print([x async for x in three()], {x: 1 async for x in three() if x}, [await asyncio.sleep(0, x) async for x in three()])
    fresh = echo()
    try:
        await fresh.asend("early")
    except TypeError as error:
        print(error)
    try:
        for _ in three():
            pass
    except TypeError as error:
        print(error)
    try:
        async for _ in [1]:
            pass
    except TypeError as error:
        print(error)
    try:
        await three()
    except TypeError as error:
        print(error)
    g = three()
    async for value in g:
        if value == 1:
            break
    print("left at", value, await anext(g))
    step = g.__anext__()
    try:
        await step
    except StopAsyncIteration:
        print("exhausted")
    try:
        await step
    except RuntimeError as error:
        print(error)
    total = 0
    async for value in three():
        total += value
    else:
        print("else", total)
    await fresh.aclose()


asyncio.run(main())
