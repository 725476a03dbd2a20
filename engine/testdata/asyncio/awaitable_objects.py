# Objects with __await__, legacy generators by types.coroutine, and what ensure_future makes of them.
import asyncio
import types

class Ready:
    def __await__(self):
        return (yield from asyncio.sleep(0.01, "ready").__await__())

class Bad:
    def __await__(self):
        return 5

@types.coroutine
def legacy():
    yield
    return "legacy"

async def main():
    print(await Ready(), await legacy())
    t = asyncio.ensure_future(Ready())
    print(type(t).__name__, await t)
    print(await asyncio.gather(Ready(), legacy()))
    print(await asyncio.wait_for(Ready(), 1))
    try:
        await Bad()
    except TypeError as e:
        print(e)
    for x in (Ready(), legacy, legacy(), main, 5):
        print(asyncio.iscoroutine(x), asyncio.iscoroutinefunction(x), asyncio.isfuture(x))
    async with asyncio.TaskGroup() as g:
        try:
            g.create_task(Ready())
        except TypeError as e:
            print("TypeError")

asyncio.run(main())
