# wait_for around gather: at the deadline all children are cancelled.
import asyncio

async def work(n, delay):
    try:
        await asyncio.sleep(delay)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def main():
    g = asyncio.gather(work(1, 0.01), work(2, 1), work(3, 2))
    try:
        await asyncio.wait_for(g, 0.05)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e), repr(e.__cause__))
    print(g.cancelled(), g.done())
    g = asyncio.gather(work(4, 1), return_exceptions=True)
    try:
        await asyncio.wait_for(g, 0.05)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e))
    print(g.cancelled())

asyncio.run(main())
