# timeout None waits for ever, 0 and less give no time at all.
import asyncio

async def now():
    print("now runs")
    return 1

async def later():
    await asyncio.sleep(0)
    return 2

async def main():
    print(await asyncio.wait_for(now(), None))
    for timeout in (0, -1):
        for c in (now, later):
            try:
                print(c.__name__, timeout, await asyncio.wait_for(c(), timeout))
            except asyncio.TimeoutError as e:
                print(c.__name__, timeout, "timeout", e.args)
    f = asyncio.get_running_loop().create_future()
    f.set_result("done before")
    print(await asyncio.wait_for(f, 0))
    t = asyncio.create_task(now())
    await asyncio.sleep(0)
    print(await asyncio.wait_for(t, 0))

asyncio.run(main())
