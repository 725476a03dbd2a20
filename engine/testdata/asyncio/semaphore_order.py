# Permits go to waiters in order, also when release is called several times at once.
import asyncio

async def worker(n, sem, log):
    async with sem:
        log.append(f"+{n}")
        await asyncio.sleep(0.01 * (n + 1))
        log.append(f"-{n}")

async def main():
    sem, log = asyncio.Semaphore(2), []
    await asyncio.gather(*[worker(n, sem, log) for n in range(6)])
    print(" ".join(log))
    sem = asyncio.Semaphore(0)
    log = []

    async def take(n):
        await sem.acquire()
        log.append(n)

    ts = [asyncio.create_task(take(n)) for n in range(5)]
    await asyncio.sleep(0)
    ts[0].cancel()
    for _ in range(3):
        sem.release()
    print(sem.locked())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log, sem.locked())
    sem.release()
    await asyncio.wait(ts)
    print(log)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)

asyncio.run(main())
