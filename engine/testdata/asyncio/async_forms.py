# async for, async with, async generators and comprehensions.
import asyncio


async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.001)
            yield i
    finally:
        print("ticks closed")


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open", self.name)
        return self

    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        print("close", self.name, kind and kind.__name__)
        return kind is KeyError


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"


async def main():
    async for i in ticks(2):
        print("tick", i)
    print([i async for i in ticks(3) if i != 1], {i: i * i async for i in Countdown(3)})
    async with Resource("a"), Resource("b"):
        raise KeyError("swallowed")
    print(await Awaitable())
    generator = ticks(5)
    print(await anext(generator), await generator.__anext__())
    await generator.aclose()
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("exhausted")
    async for i in Countdown(2):
        print(i)
    else:
        print("no break")

    async def echo():
        value = None
        while True:
            value = yield value

    e = echo()
    await e.asend(None)
    print(await e.asend("sent"))
    try:
        await e.athrow(ValueError("thrown"))
    except ValueError as error:
        print("out again:", error)


asyncio.run(main())
coroutine = main()
print(type(coroutine).__name__)
coroutine.close()
