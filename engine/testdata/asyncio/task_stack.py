# get_stack: the frame where a suspended task stands, none for a finished one.
import asyncio
import sys

async def inner():
    await asyncio.sleep(1)

async def outer():
    await inner()

async def main():
    t = asyncio.create_task(outer(), name="t")
    print([f.f_code.co_name for f in t.get_stack()])
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in t.get_stack()])
    t.print_stack(file=sys.stdout)
    print(t.get_stack(limit=1)[0].f_code.co_name)
    t.cancel()
    await asyncio.wait([t])
    print(t.get_stack())
    t.print_stack(file=sys.stdout)
    print([f.f_code.co_name for f in asyncio.current_task().get_stack()][-1])

asyncio.run(main())
