import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    def cb(name):
        def inner(fut):
            print(name, fut is f)
        return inner
    a, b = cb("a"), cb("b")
    f.add_done_callback(a)
    f.add_done_callback(b)
    f.add_done_callback(a)
    print(f.remove_done_callback(a), f.remove_done_callback(a))
    f.add_done_callback(lambda fut: fut.add_done_callback(cb("added while running")))
    f.set_result(None)
    print("set")
    await asyncio.sleep(0)
    print("next")
    await asyncio.sleep(0)
    f = loop.create_future()
    f.add_done_callback(lambda fut: print("cancelled callback", fut.cancelled()))
    f.cancel()
    await asyncio.sleep(0)

asyncio.run(main())
