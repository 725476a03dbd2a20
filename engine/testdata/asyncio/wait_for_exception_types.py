# TimeoutError is one class with three names, and no CancelledError.
import asyncio
import concurrent.futures

print(asyncio.TimeoutError is TimeoutError, concurrent.futures.TimeoutError is TimeoutError)
print(issubclass(asyncio.CancelledError, Exception), issubclass(asyncio.CancelledError, BaseException))
print(concurrent.futures.CancelledError is asyncio.CancelledError, issubclass(TimeoutError, OSError))
print(issubclass(asyncio.InvalidStateError, Exception), concurrent.futures.InvalidStateError is asyncio.InvalidStateError)

async def main():
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(1)
    except Exception as e:
        print(type(e).__name__, e.args, type(e.__cause__).__name__, type(e.__context__).__name__)
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.01)
    except Exception as e:
        print(type(e).__name__, e.args, type(e.__cause__).__name__)
    try:
        for c in asyncio.as_completed([asyncio.sleep(1)], timeout=0.01):
            await c
    except Exception as e:
        print(type(e).__name__, e.args, type(e.__cause__).__name__)
    print(await asyncio.wait([asyncio.create_task(asyncio.sleep(0.02))], timeout=0.01) is not None)

asyncio.run(main())
