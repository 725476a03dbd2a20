# A generator that is dropped half-way is closed by the loop, in a task of its own.
import asyncio

async def agen(name):
    try:
        for n in range(10):
            yield n
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print(name, "closed")

async def main():
    async for n in agen("broken off"):
        if n == 2:
            break
    print("after the loop")
    await asyncio.sleep(0.01)
    g = agen("by hand")
    print(await anext(g), await anext(g))
    await g.aclose()
    print(await anext(g, "exhausted"))
    global kept
    kept = agen("kept")
    print(await anext(kept))
    print("main ends")

asyncio.run(main())
print("run returned")
