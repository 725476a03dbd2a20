import asyncio

class Resource:
    def __init__(self, n):
        self.n = n
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open", self.n)
        return self
    async def __aexit__(self, t, e, tb):
        await asyncio.sleep(0)
        print("close", self.n, t and t.__name__)
        return self.n == 2

class Countdown:
    def __init__(self, n):
        self.n = n
    def __aiter__(self):
        return self
    async def __anext__(self):
        await asyncio.sleep(0)
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n

async def user(n):
    async with Resource(n) as r:
        async for x in Countdown(2):
            print("user", n, x)
        if n:
            raise ValueError(n)

async def main():
    print(await asyncio.gather(user(0), user(1), user(2), return_exceptions=True))
    t = asyncio.create_task(user(3))
    await asyncio.sleep(0)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))

asyncio.run(main())
