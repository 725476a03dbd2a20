import asyncio

async def ok(n, d):
    try:
        await asyncio.sleep(d)
        print("ok", n)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def fail(d, e):
    await asyncio.sleep(d)
    print("raise", repr(e))
    raise e

async def main():
    try:
        await asyncio.gather(ok(1, 0.15), fail(0.03, ValueError("one")), fail(0.08, KeyError("two")))
    except ValueError as e:
        print("caught", repr(e))
    # gather does not cancel the siblings
    print(len(asyncio.all_tasks()))
    await asyncio.sleep(0.2)
    r = await asyncio.gather(ok(2, 0.06), fail(0.02, ValueError("three")), return_exceptions=True)
    print(r)

asyncio.run(main())
