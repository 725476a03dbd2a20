# What wait() accepts, and what it refuses.
import asyncio

async def c():
    return 1

async def main():
    coro = c()
    for args, kw in [(([coro],), {}), (([],), {}), ((coro,), {}), (([asyncio.create_task(c())],), {"return_when": "SOON"})]:
        try:
            await asyncio.wait(*args, **kw)
        except Exception as e:
            print(type(e).__name__, e)
    coro.close()
    t = asyncio.create_task(c())
    done, pending = await asyncio.wait(iter([t, t]))
    print(len(done), len(pending), isinstance(done, set))
    f = asyncio.get_running_loop().create_future()
    f.set_result(0)
    print(await asyncio.wait({f}) == ({f}, set()))

asyncio.run(main())
