# wait_for checks first, and again after each notification, with the lock held.
import asyncio

async def main():
    cond, state, checks = asyncio.Condition(), {"n": 0}, []

    def enough():
        checks.append((state["n"], cond.locked()))
        return state["n"] >= 3

    async def wait():
        async with cond:
            return await cond.wait_for(enough), state["n"]

    t = asyncio.create_task(wait())
    for _ in range(4):
        await asyncio.sleep(0.01)
        async with cond:
            state["n"] += 1
            cond.notify_all()
    print(await t, checks)
    own = asyncio.Lock()
    c = asyncio.Condition(own)
    await own.acquire()
    print(c.locked())
    own.release()

asyncio.run(main())
