# async for over classes of one's own; wrong __aiter__ and __anext__; anext with default; break and else.
import asyncio


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0.001)
        return self.n


class NoNext:
    def __aiter__(self):
        return 5


class AsyncAiter:
    async def __aiter__(self):
        return Ticker(1)


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 7


async def attempt(thing):
    try:
        async for value in thing:
            print("value", value)
    except TypeError as error:
        print(error)


async def main():
    async for value in Ticker(3):
        print(value, end=" ")
    else:
        print("else")
    async for value in Ticker(5):
        if value == 2:
            break
    else:
        print("never")
    for thing in (NoNext(), BadNext(), 5, iter([])):
        await attempt(thing)
    t = Ticker(1)
    print(await anext(t), await anext(t, None), [i async for i in Ticker(2)])
    for call in (lambda: aiter(5), lambda: anext(5), lambda: aiter([])):
        try:
            call()
        except TypeError as error:
            print(error)
    nested = [[i async for i in Ticker(n)] for n in range(3)]
    print(nested)
    generator = (i * 2 async for i in Ticker(3) if i)
    print(type(generator).__name__, [x async for x in generator])
    print([await coro for coro in [asyncio.sleep(0, "a"), asyncio.sleep(0, "b")]])


asyncio.run(main())
