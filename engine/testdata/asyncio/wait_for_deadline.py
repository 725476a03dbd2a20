import asyncio

async def slow(n):
    try:
        await asyncio.sleep(1)
        return n
    except asyncio.CancelledError:
        print("slow cancelled", n)
        raise

async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        await asyncio.sleep(0.02)
        return "after all"

async def breaks():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("while cancelling")

async def main():
    for what, t in ((slow(1), 0.01), (slow(2), 0), (slow(3), -1), (stubborn(), 0.01), (breaks(), 0.01),
                    (asyncio.sleep(0.01, "in time"), 0.05), (asyncio.sleep(0, "no limit"), None)):
        try:
            print("result", await asyncio.wait_for(what, t))
        except Exception as e:
            print(type(e).__name__, e.args, type(e.__cause__).__name__)
    f = asyncio.get_running_loop().create_future()
    f.set_result("done before")
    print(await asyncio.wait_for(f, 0))
    try:
        await asyncio.wait_for(asyncio.shield(t2 := asyncio.create_task(slow(4))), 0.01)
    except asyncio.TimeoutError:
        print("shielded", t2.done())
    t2.cancel()

asyncio.run(main())
