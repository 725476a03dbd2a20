import asyncio

async def job(n, d, fail=False):
    await asyncio.sleep(d)
    if fail:
        raise ValueError(n)
    return n

def names(s):
    return sorted(t.get_name() for t in s)

async def main():
    def make():
        return [asyncio.create_task(job(i, d, f), name=f"job {i}")
                for i, (d, f) in enumerate([(0.03, False), (0.01, False), (0.02, True), (0.04, False)])]
    for how in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        done, pending = await asyncio.wait(make(), return_when=how)
        print(how, names(done), names(pending))
        for t in pending:
            t.cancel()
        if pending:
            await asyncio.wait(pending)
        for t in done:
            t.exception()
    done, pending = await asyncio.wait(make(), timeout=0.025)
    print("timeout", names(done), names(pending))
    for t in done:
        t.exception()
    await asyncio.wait(pending)
    for bad in ([], asyncio.create_task(job(1, 0))):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    try:
        await asyncio.wait([asyncio.create_task(job(1, 0))], return_when="never")
    except ValueError as e:
        print(e)

asyncio.run(main())
