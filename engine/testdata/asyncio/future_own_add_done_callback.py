# A future's own add_done_callback is told who awaits it.
import asyncio

class Loud(asyncio.Future):
    def add_done_callback(self, fn, *, context=None):
        print("add_done_callback", context is not None)
        super().add_done_callback(fn, context=context)

async def waiter(f, name):
    print(name, await f)
    return name

async def main():
    f = Loud()
    ts = [asyncio.create_task(waiter(f, n)) for n in "ab"]
    asyncio.get_running_loop().call_soon(print, "queued before")
    await asyncio.sleep(0)
    f.set_result(1)
    asyncio.get_running_loop().call_soon(print, "queued after")
    print(await asyncio.gather(*ts))
    g = Loud()
    t = asyncio.create_task(waiter(g, "c"))
    await asyncio.sleep(0)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True), g.cancelled())
    h = Loud()
    u = asyncio.create_task(waiter(h, "d"))
    await asyncio.sleep(0)
    h.set_exception(KeyError("e"))
    print(await asyncio.gather(u, return_exceptions=True))

asyncio.run(main())
