# What is left at the end is cancelled and awaited; what then fails is reported.
import asyncio

async def left(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("left", n, "cancelled")
        if n == 2:
            raise ValueError("at shutdown")
        if n == 3:
            await asyncio.sleep(0.01)
            print("took its time")
        raise

async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print(c["message"], repr(c["exception"]), sorted(c)))
    global t, g
    t = asyncio.create_task(left(2))
    g = agen()
    print(await g.__anext__())
    await asyncio.sleep(0)
    return "result"

print(asyncio.run(main()))
print(t.done(), repr(t.exception()))

async def one():
    global t
    t = asyncio.create_task(left(3))
    await asyncio.sleep(0)

asyncio.run(one())
print(t.cancelled())
