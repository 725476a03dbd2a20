# FIRST_EXCEPTION ends with the first failure, not with a cancellation; wait raises nothing and cancels nothing.
import asyncio

async def work(n, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(n)
    return n

def names(s):
    return sorted(t.get_name() for t in s)

async def main():
    ts = [asyncio.create_task(work(i, i * 0.01, i == 3), name=f"t{i}") for i in range(1, 6)]
    ts[1].cancel()
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(ts, timeout=0.011)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(ts, timeout=0)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(ts)
    print(names(done), names(pending))
    print([t.cancelled() or t.exception() for t in ts])

asyncio.run(main())
