import asyncio

async def job(n, d):
    await asyncio.sleep(d)
    if n == 2:
        raise ValueError("two")
    return n

async def main():
    for c in asyncio.as_completed([job(1, 0.03), job(2, 0.01), job(3, 0.02)]):
        try:
            print(await c)
        except ValueError as e:
            print(repr(e))
    try:
        for c in asyncio.as_completed([job(1, 0.01), job(3, 1)], timeout=0.03):
            print(await c)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e))
    try:
        list(asyncio.as_completed(job(1, 0)))
    except TypeError as e:
        print(e)

asyncio.run(main())
