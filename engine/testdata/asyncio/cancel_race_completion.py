import asyncio

async def quick():
    await asyncio.sleep(0)
    return "result"

async def main():
    loop = asyncio.get_running_loop()
    # The future it waits for is done already; the task has not run yet.
    f = loop.create_future()

    async def waits():
        try:
            return await f
        except asyncio.CancelledError:
            print("cancelled after set_result")
            raise

    t = asyncio.create_task(waits())
    await asyncio.sleep(0)
    f.set_result(1)
    print(t.cancel())
    try:
        print(await t)
    except asyncio.CancelledError:
        print("task", t.cancelled(), "future", f.cancelled(), f.result())
    t = asyncio.create_task(quick())
    await t
    print(t.cancel(), t.result())

    async def returns():
        asyncio.current_task().cancel()
        return "too late"

    t = asyncio.create_task(returns())
    await asyncio.wait([t])
    print(t)

asyncio.run(main())
