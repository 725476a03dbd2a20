# Waiters of a lock are served in order; one that is cancelled makes room, one that is woken and cancelled passes it on.
import asyncio

async def worker(n, lock, log):
    async with lock:
        log.append(n)
        await asyncio.sleep(0.01)

async def main():
    lock, log = asyncio.Lock(), []
    await lock.acquire()
    ts = [asyncio.create_task(worker(n, lock, log)) for n in range(6)]
    await asyncio.sleep(0)
    print(lock)if False else None
    ts[1].cancel()
    lock.release()
    ts[0].cancel()       # it has been woken
    late = asyncio.create_task(worker("late", lock, log))
    await asyncio.gather(*ts, late, return_exceptions=True)
    print(log, lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)

asyncio.run(main())
