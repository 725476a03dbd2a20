# The keys that an exception handler gets.
import asyncio

async def fail():
    raise ValueError("task")

async def main():
    loop = asyncio.get_running_loop()

    def handler(l, context):
        print(sorted(context), context["message"][:45], l is loop)

    loop.set_exception_handler(handler)
    t = asyncio.create_task(fail())
    await asyncio.sleep(0)
    del t
    f = loop.create_future()
    f.set_exception(KeyError())
    del f
    h = loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "own", "extra": 5})
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    g = loop.create_future()
    g.set_exception(KeyError("seen"))
    g.exception()
    del g

asyncio.run(main())
