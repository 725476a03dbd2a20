# Cancelling wait() leaves the tasks alone.
import asyncio

async def work():
    await asyncio.sleep(0.02)
    return "finished"

async def main():
    ts = [asyncio.create_task(work()) for _ in range(2)]
    w = asyncio.create_task(asyncio.wait(ts))
    await asyncio.sleep(0)
    w.cancel()
    try:
        await w
    except asyncio.CancelledError:
        print("wait cancelled", [t.cancelled() for t in ts])
    print(await asyncio.gather(*ts))

asyncio.run(main())
