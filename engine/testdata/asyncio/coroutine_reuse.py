# A coroutine object runs once, and by one at a time.
import asyncio

async def work():
    await asyncio.sleep(0.01)
    return 1

async def main():
    c = work()
    print(await c)
    for use in (lambda: c, lambda: asyncio.create_task(c), lambda: asyncio.gather(c)):
        try:
            await use()
        except RuntimeError as e:
            print(e)
    c = work()
    t = asyncio.create_task(c)
    await asyncio.sleep(0)
    try:
        await c
    except RuntimeError as e:
        print(e)
    print(await t)
    c = work()
    c.close()
    try:
        await c
    except RuntimeError as e:
        print(e)
    f = asyncio.get_running_loop().create_future()
    it = f.__await__()
    print(next(it) is f)
    try:
        next(it)
    except RuntimeError as e:
        print(e)
    f.set_result(7)
    try:
        next(it)
    except StopIteration as e:
        print(e.value)

asyncio.run(main())
