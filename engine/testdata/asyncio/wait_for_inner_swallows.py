# At the deadline wait_for cancels; what the inner one then does decides.
import asyncio

async def returns():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "a result after all"

async def raises():
    try:
        await asyncio.sleep(1)
    finally:
        raise KeyError("own error")

async def slow_cleanup():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.05)

async def main():
    loop = asyncio.get_running_loop()
    for c in (returns, raises, slow_cleanup):
        start = loop.time()
        try:
            print(c.__name__, await asyncio.wait_for(c(), 0.01))
        except Exception as e:
            print(c.__name__, repr(e), repr(e.__cause__))
        print("waited for the clean-up:", loop.time() - start > 0.055)

asyncio.run(main())
