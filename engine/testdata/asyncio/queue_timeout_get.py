# get() with a timeout: nothing is lost, and the queue can be used on.
import asyncio

async def main():
    q = asyncio.Queue()
    try:
        await asyncio.wait_for(q.get(), 0.01)
    except asyncio.TimeoutError:
        print("timeout", q.qsize())
    asyncio.get_running_loop().call_later(0.005, q.put_nowait, "x")
    print(await asyncio.wait_for(q.get(), 0.01))
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, q.put_nowait, "at the deadline")
    try:
        print(await asyncio.wait_for(q.get(), 0.02), q.qsize())
    except asyncio.TimeoutError:
        print("timeout", q.qsize())
    p = asyncio.PriorityQueue()
    for x in [(2, "b"), (1, "z"), (1, "a")]:
        await p.put(x)
    print([p.get_nowait() for _ in range(3)])
    s = asyncio.LifoQueue(2)
    s.put_nowait(1); s.put_nowait(2)
    try:
        s.put_nowait(3)
    except asyncio.QueueFull as e:
        print("full", e.args, s.full())
    print(s.get_nowait(), s.get_nowait(), s.empty())

asyncio.run(main())
