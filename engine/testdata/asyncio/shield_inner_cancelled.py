# When the shielded task itself is cancelled, the await on the shield is, too.
import asyncio

async def job():
    await asyncio.sleep(1)

async def main():
    t = asyncio.create_task(job())
    s = asyncio.shield(t)
    await asyncio.sleep(0)
    t.cancel("why")
    try:
        await s
    except asyncio.CancelledError as e:
        print("shield", e.args, s.cancelled(), t.cancelled())
    t = asyncio.create_task(job())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.shield(t)
    except TimeoutError:
        print("timeout; task done:", t.done())
    try:
        await asyncio.wait_for(asyncio.shield(t), 0.01)
    except TimeoutError:
        print("timeout; task done:", t.done())
    t.cancel()

asyncio.run(main())
