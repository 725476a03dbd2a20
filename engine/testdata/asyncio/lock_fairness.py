import asyncio

async def user(lock, n):
    print(n, "wants")
    async with lock:
        print(n, "has", lock.locked())
        await asyncio.sleep(0.01)
    print(n, "left")

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[user(lock, i) for i in range(4)])
    await lock.acquire()
    a = asyncio.create_task(user(lock, "a"))
    b = asyncio.create_task(user(lock, "b"))
    await asyncio.sleep(0)
    a.cancel()
    lock.release()
    print("released", lock.locked())
    await asyncio.gather(a, b, return_exceptions=True)
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    print(lock.locked(), str(lock)[-11:])

asyncio.run(main())
