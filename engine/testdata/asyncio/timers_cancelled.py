# Cancelled timers never fire, also when the one that cancels is due at the same time.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    fired = []
    hs = [loop.call_later(0.01, fired.append, i) for i in range(200)]
    for h in hs[::2]:
        h.cancel()
    h = loop.call_later(0.02, fired.append, "never")
    loop.call_later(0.015, h.cancel)
    await asyncio.sleep(0.05)
    print(len(fired), all(i % 2 for i in fired), "never" in fired)
    print(h.cancelled(), hs[0].cancelled(), hs[1].cancelled())
    h.cancel()
    print(h.when() > loop.time())
    a = loop.call_later(5, print)
    b = loop.call_later(6, print)
    print(a < b, a <= b, a == b, b > a, a >= a, a == a)
    a.cancel(); b.cancel()

asyncio.run(main())
