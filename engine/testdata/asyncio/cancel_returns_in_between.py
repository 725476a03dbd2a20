# cancel() between the last step and the return: a task that ends without another await ends cancelled.
import asyncio

async def ends():
    asyncio.current_task().cancel()
    return "value"

async def fails():
    asyncio.current_task().cancel()
    raise ValueError("own")

async def main():
    for c in (ends, fails):
        t = asyncio.create_task(c())
        r = await asyncio.gather(t, return_exceptions=True)
        print(c.__name__, r, t.cancelled())
    f = asyncio.get_running_loop().create_future()

    async def wakes():
        return await f

    t = asyncio.create_task(wakes())
    await asyncio.sleep(0)
    f.set_result("done")
    print("cancel after set_result:", t.cancel())
    r = await asyncio.gather(t, return_exceptions=True)
    print(r, t.cancelled(), f.result())

asyncio.run(main())
