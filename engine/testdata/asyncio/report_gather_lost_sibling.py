# gather reports the first error; a second one of a sibling is nobody's business, and not reported either.
import asyncio

async def fail(n, delay):
    await asyncio.sleep(delay)
    raise ValueError(n)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler", repr(c["exception"])))
    try:
        await asyncio.gather(fail(1, 0.01), fail(2, 0.02))
    except ValueError as e:
        print("first", e)
    await asyncio.sleep(0.05)
    ts = [asyncio.create_task(fail(n, 0.01 * n)) for n in (3, 4)]
    await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    await asyncio.sleep(0.05)
    print("two tasks nobody asks")
    print(ts[0].exception())
    ts.clear()
    await asyncio.sleep(0.01)

asyncio.run(main())
