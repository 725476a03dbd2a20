import asyncio

async def waiter(f, name):
    print(name, "waits")
    print(name, "got", await f)

async def main():
    f = asyncio.get_running_loop().create_future()
    ts = [asyncio.create_task(waiter(f, n)) for n in "abc"]
    await asyncio.sleep(0)
    f.add_done_callback(lambda f: print("callback", f.result()))
    f.set_result(42)
    print("set")
    await asyncio.sleep(0)
    print("one iteration later")
    await asyncio.gather(*ts)
    f.add_done_callback(lambda f: print("late callback"))
    print("added")
    await asyncio.sleep(0)

asyncio.run(main())
