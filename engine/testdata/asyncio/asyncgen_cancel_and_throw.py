# Cancellation inside an async generator, athrow, and errors in aclose.
import asyncio

async def gen():
    try:
        yield 1
        await asyncio.sleep(1)
        yield 2
    except asyncio.CancelledError:
        print("gen cancelled")
        raise
    except ValueError as e:
        print("gen got", e)
        yield "after"

async def consume(g):
    async for x in g:
        print("item", x)

async def main():
    t = asyncio.create_task(consume(gen()))
    await asyncio.sleep(0.01)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    g = gen()
    await anext(g)
    print(await g.athrow(ValueError("thrown")))
    try:
        await anext(g)
    except StopAsyncIteration:
        print("stopped")
    g = gen()
    await anext(g)
    a = asyncio.create_task(anext_of(g))
    await asyncio.sleep(0)
    try:
        await anext(g)
    except RuntimeError as e:
        print(e)
    a.cancel()
    await asyncio.wait([a])

async def anext_of(g):
    return await g.__anext__()

asyncio.run(main())
