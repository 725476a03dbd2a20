# Delays below zero and times in the past are due at once, in the next iteration.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(-5, print, "negative")
    loop.call_at(loop.time() - 1, print, "a second ago")
    loop.call_soon(print, "soon")
    print("main")
    await asyncio.sleep(-1)
    print("main again")
    await asyncio.sleep(0)
    for bad in ("1", None, [1]):
        try:
            loop.call_later(bad, print)
        except TypeError as e:
            print("TypeError", e)
    try:
        await asyncio.sleep("1")
    except TypeError as e:
        print(e)
    try:
        loop.call_later(1)
    except TypeError as e:
        print(e)
    print(await asyncio.sleep(0.01, result="r"))

asyncio.run(main())
