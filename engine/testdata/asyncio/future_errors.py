# What a future refuses.
import asyncio

async def main():
    f = asyncio.get_running_loop().create_future()
    for call in (f.result, f.exception):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print(e)
    for bad in (StopIteration(), 5, "x", object):
        try:
            f.set_exception(bad)
        except TypeError as e:
            print(e)
    f.set_exception(ValueError)
    print(repr(f.exception()))
    for call in (lambda: f.set_result(1), lambda: f.set_exception(ValueError())):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print(e)
    print(f.cancel(), f.cancelled(), f.done())
    t = asyncio.create_task(asyncio.sleep(0))
    for call in (lambda: t.set_result(1), lambda: t.set_exception(ValueError())):
        try:
            call()
        except RuntimeError as e:
            print(e)
    await t
    try:
        asyncio.Future(5)
    except TypeError as e:
        print("TypeError")
    g = asyncio.Future()
    g.cancel("msg")
    for call in (g.result, g.exception):
        try:
            call()
        except asyncio.CancelledError as e:
            print("cancelled", e.args)

asyncio.run(main())
