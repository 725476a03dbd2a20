# A bounded semaphore refuses more releases than acquires; reprs tell the state.
import asyncio

def shown(x):
    return str(x).partition("[")[2][:-1]

async def main():
    s = asyncio.BoundedSemaphore(2)
    print(shown(s))
    await s.acquire()
    print(shown(s))
    await s.acquire()
    t = asyncio.create_task(s.acquire())
    await asyncio.sleep(0)
    print(shown(s), s.locked())
    s.release()
    print(shown(s))
    print(await t)
    s.release()
    s.release()
    try:
        s.release()
    except ValueError as e:
        print(e)
    e = asyncio.Event()
    w = asyncio.create_task(e.wait())
    await asyncio.sleep(0)
    print(shown(e))
    e.set()
    print(shown(e), await w)
    lock = asyncio.Lock()
    print(shown(lock))
    await lock.acquire()
    print(shown(lock))

asyncio.run(main())
