# Many timers with equal deadlines: the order is that of the heap.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    base = loop.time() + 0.05
    out = []
    for i in range(20):
        loop.call_at(base + (i % 3) * 0.02, out.append, i)
    await asyncio.sleep(0.2)
    print(sorted(out[:7]), sorted(out[7:14]), sorted(out[14:]))
    print([x % 3 for x in out])

asyncio.run(main())
