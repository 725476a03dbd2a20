import asyncio

async def gen(n):
    try:
        while True:
            yield n
    finally:
        await asyncio.sleep(0)
        print("gen", n, "closed")

held = []

async def main():
    g = gen(1)
    held.append(g)
    print(await anext(g))
    h = gen(2)
    print(await anext(h))
    del h
    await asyncio.sleep(0.01)
    print("end of main")

asyncio.run(main())
print("end")
