# Between release and the wake-up of the next waiter nobody else gets the lock.
import asyncio

async def waiter(lock, log):
    async with lock:
        log.append("waiter")

async def main():
    lock, log = asyncio.Lock(), []
    await lock.acquire()
    t = asyncio.create_task(waiter(lock, log))
    await asyncio.sleep(0)
    lock.release()
    print("locked after release:", lock.locked())
    await lock.acquire()
    log.append("main")
    lock.release()
    await t
    print(log)

asyncio.run(main())
