# as_completed gives coroutines in the order of completion; each must be awaited to get its result or error.
import asyncio

async def work(n, delay):
    await asyncio.sleep(delay)
    if n == 2:
        raise ValueError(n)
    return n

async def main():
    for c in asyncio.as_completed([work(1, 0.03), work(2, 0.02), work(3, 0.01)]):
        try:
            print("got", await c)
        except ValueError as e:
            print("error", e)
    it = asyncio.as_completed([work(4, 0.02), work(5, 0.01)])
    first, second = next(it), next(it)
    print(await second, await first)
    print(list(asyncio.as_completed([])))
    try:
        next(asyncio.as_completed(work(6, 0)))
    except TypeError as e:
        print(str(e)[:40])

async def no_warning():
    import warnings
    warnings.simplefilter("ignore")
    await main()

asyncio.run(no_warning())
