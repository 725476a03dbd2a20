# set() wakes all that wait now, even when clear() follows at once.
import asyncio

async def waiter(n, ev, log):
    await ev.wait()
    log.append((n, ev.is_set()))

async def main():
    ev, log = asyncio.Event(), []
    ts = [asyncio.create_task(waiter(n, ev, log)) for n in range(3)]
    await asyncio.sleep(0)
    ev.set()
    ev.clear()
    late = asyncio.create_task(waiter("late", ev, log))
    await asyncio.wait(ts)
    print(log, late.done())
    ev.set()
    await late
    print(log[-1], await ev.wait())

asyncio.run(main())
