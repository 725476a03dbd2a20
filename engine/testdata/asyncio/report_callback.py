import asyncio

def cb(x):
    raise ValueError(x)

class C:
    def method(self, a, b):
        return 1 / 0

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(cb, 1)
    loop.call_soon(C().method, "a", [1, 2])
    loop.call_soon(lambda: {}["key"])
    await asyncio.sleep(0)
    print("loop goes on")
    f = loop.create_future()
    f.add_done_callback(cb)
    f.set_result("r")
    await asyncio.sleep(0)

asyncio.run(main())
