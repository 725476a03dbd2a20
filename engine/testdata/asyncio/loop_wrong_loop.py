import asyncio

async def main(f):
    try:
        await f
    except RuntimeError as e:
        print(str(e).split(" got ")[1])

loop = asyncio.new_event_loop()
f = loop.create_future()
asyncio.run(main(f))

async def hold(lock):
    async with lock:
        await asyncio.sleep(0.01)

async def two(lock):
    await asyncio.gather(hold(lock), hold(lock))

lock = asyncio.Lock()
asyncio.run(two(lock))
try:
    asyncio.run(two(lock))
except RuntimeError as e:
    print(str(e)[-34:])
loop.close()
