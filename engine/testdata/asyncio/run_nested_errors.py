# run() inside a loop, run() of something else, a closed loop.
import asyncio

async def nop():
    return "nop"

async def main():
    c = nop()
    for f in (lambda: asyncio.run(c), lambda: asyncio.new_event_loop().run_until_complete(c)):
        try:
            f()
        except RuntimeError as e:
            print(e)
    loop = asyncio.get_running_loop()
    for f in (lambda: loop.run_until_complete(c), loop.run_forever, loop.close):
        try:
            f()
        except RuntimeError as e:
            print(e)
    c.close()
    return loop

loop = asyncio.run(main())
print(loop.is_closed(), loop)
c = nop()
for f in (lambda: loop.run_until_complete(c), loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print),
          lambda: loop.create_task(c), lambda: loop.run_in_executor(None, print), lambda: loop.call_soon_threadsafe(print)):
    try:
        f()
    except RuntimeError as e:
        print(e)
c.close()
loop.close()
for bad in (5, nop):
    try:
        asyncio.run(bad)
    except ValueError as e:
        print(str(e)[:30])
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
