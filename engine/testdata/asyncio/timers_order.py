import asyncio

async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    log = []
    for n, d in enumerate((0.03, 0.01, 0.02, 0.01)):
        loop.call_later(d, log.append, (n, d))
    h = loop.call_later(0.015, log.append, "cancelled")
    h.cancel()
    print(h.cancelled(), repr(h)[:21])
    await asyncio.sleep(0.05)
    print(log)
    log.clear()
    # All due at the same time: heapq decides, not the order of setting.
    when = loop.time() + 0.01
    for n in range(8):
        loop.call_at(when, log.append, n)
    await asyncio.sleep(0.03)
    print(log)
    h = loop.call_at(now + 100, print)
    print(h.when() == now + 100)
    h.cancel()

asyncio.run(main())
