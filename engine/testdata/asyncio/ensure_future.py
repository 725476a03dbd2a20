import asyncio

class Custom:
    def __await__(self):
        print("custom awaited")
        yield from asyncio.sleep(0.01).__await__()
        return 7

async def main():
    f = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(f) is f)
    t = asyncio.ensure_future(Custom())
    print(type(t).__name__, await t)
    t = asyncio.ensure_future(asyncio.sleep(0, "c"))
    print(await t)
    for bad in (5, [1]):
        try:
            asyncio.ensure_future(bad)
        except TypeError as e:
            print(e)
    f.cancel()
    print(await asyncio.gather(Custom(), Custom()))

asyncio.run(main())
