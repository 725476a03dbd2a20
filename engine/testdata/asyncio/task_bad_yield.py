import asyncio
import types

@types.coroutine
def yields(x):
    yield x

class OnlyYields:
    def __init__(self, f):
        self.f = f
    def __await__(self):
        yield self.f

async def main():
    try:
        await yields(5)
    except RuntimeError as e:
        print(e)
    await yields(None)
    print("None is fine")
    try:
        await yields([1, "two"])
    except RuntimeError as e:
        print(e)
    f = asyncio.get_running_loop().create_future()
    try:
        await OnlyYields(f)
    except RuntimeError as e:
        print(str(e)[:41])
    for bad in (5, "x", None, lambda: 1):
        try:
            await bad
        except TypeError as e:
            print(e)
    async def self_await():
        await asyncio.current_task()
    t = asyncio.create_task(self_await(), name="me")
    try:
        await t
    except RuntimeError as e:
        print(str(e)[:28])
    try:
        asyncio.create_task(lambda: 1)
    except TypeError as e:
        print(str(e)[:28])

asyncio.run(main())
