import asyncio

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    async def take(n):
        await lock.acquire()
        print(n, "has it")
        lock.release()
    a = asyncio.create_task(take("a"))
    b = asyncio.create_task(take("b"))
    await asyncio.sleep(0)
    lock.release()      # wakes a ...
    a.cancel()          # ... which is cancelled before it runs: b's turn
    await asyncio.wait([a, b])
    print(a.cancelled(), b.done(), lock.locked())

asyncio.run(main())
