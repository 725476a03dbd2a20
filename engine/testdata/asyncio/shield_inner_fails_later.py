# After the outer was cancelled the shielded task goes on; its failure is nobody's report.
import asyncio

async def job():
    await asyncio.sleep(0.01)
    raise ValueError("lost")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler", c["message"]))
    inner = asyncio.create_task(job())

    async def outer():
        try:
            await asyncio.shield(inner)
        except asyncio.CancelledError:
            print("outer cancelled, inner done:", inner.done())
            raise

    o = asyncio.create_task(outer())
    await asyncio.sleep(0)
    o.cancel()
    await asyncio.wait([o])
    await asyncio.sleep(0.02)
    print(inner.done(), o.cancelled())
    done = loop.create_future()
    done.set_result(3)
    print(asyncio.shield(done) is done)
    s = asyncio.shield(loop.create_future())
    print(type(s).__name__, s.cancel(), s.cancelled())

asyncio.run(main())
