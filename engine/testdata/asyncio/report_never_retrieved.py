import asyncio

async def bad(n):
    raise ValueError(n)

async def main():
    t = asyncio.create_task(bad(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("still held")
    del t
    print("dropped")
    asyncio.create_task(bad(2), name="second")
    await asyncio.sleep(0.01)
    f = asyncio.get_running_loop().create_future()
    f.set_exception(KeyError("future"))
    f = None
    print("end of main")

asyncio.run(main())
