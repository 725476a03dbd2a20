# Callbacks of a future run in the order in which they were added, each sees the result; one that fails stops nobody.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler:", repr(c["exception"]), c["message"][:30]))
    f = loop.create_future()

    def cb(n):
        def inner(fut):
            print("cb", n, fut.done(), fut is f)
            if n == 1:
                raise KeyError(n)
            if n == 2:
                fut.add_done_callback(lambda _: print("added late"))
        return inner

    for n in range(4):
        f.add_done_callback(cb(n))
    f.set_exception(ValueError("v"))
    print("set, nothing ran yet")
    try:
        await f
    except ValueError as e:
        print("awaited", e)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

asyncio.run(main())
