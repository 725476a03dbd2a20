# cancel() of a task that has work left before its next await: it runs until there.
import asyncio

async def worker(log):
    log.append("a")
    await asyncio.sleep(0)
    log.append("b")
    me = asyncio.current_task()
    me.cancel("self")
    log.append("still running")
    try:
        await asyncio.sleep(0)
        log.append("not reached")
    except asyncio.CancelledError as e:
        log.append(("cancelled", e.args))
    await asyncio.sleep(0)
    log.append("after")
    return "ok"

async def main():
    log = []
    t = asyncio.create_task(worker(log))
    print(await t)
    print(log)
    print(t.cancelling(), t.cancelled())

asyncio.run(main())
