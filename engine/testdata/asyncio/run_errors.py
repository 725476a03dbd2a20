import asyncio

async def f():
    return 1

async def main():
    c = f()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    loop = asyncio.get_running_loop()
    for call in (lambda: loop.run_until_complete(c), loop.run_forever, loop.close):
        try:
            call()
        except RuntimeError as e:
            print(e)
    c.close()

asyncio.run(main())
for bad in (5, f, None):
    try:
        asyncio.run(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, str(e)[:30])
c = f()
print(asyncio.run(c))
try:
    asyncio.run(c)
except RuntimeError as e:
    print(e)
loop = asyncio.new_event_loop()
print(loop.run_until_complete(f()), loop)
loop.close()
loop.close()
print(loop.is_closed())
c = f()
for call in (lambda: loop.run_until_complete(c), lambda: loop.call_soon(print), lambda: loop.call_later(1, print),
             loop.run_forever, lambda: loop.create_task(c)):
    try:
        call()
    except RuntimeError as e:
        print(e)
c.close()
