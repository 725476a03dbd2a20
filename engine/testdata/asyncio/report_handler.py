import asyncio

def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")), sorted(context))

async def bad():
    raise ValueError("x")

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    t = asyncio.create_task(bad())
    await asyncio.sleep(0.01)
    t = None
    loop.call_exception_handler({"message": "by hand"})
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
    def broken(loop, context):
        raise KeyError("in the handler")
    loop.set_exception_handler(broken)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "default", "extra": 1, "another": [2]})

asyncio.run(main())
