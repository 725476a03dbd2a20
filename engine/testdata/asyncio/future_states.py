import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled(), f.get_loop() is loop, f)
    for call in (f.result, f.exception):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__, e)
    f.set_result(1)
    print(f.done(), f.result(), f.exception(), f.cancel(), f)
    for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__, e)
    f = loop.create_future()
    f.set_exception(ValueError("v"))
    print(f.done(), repr(f.exception()), f)
    try:
        f.result()
    except ValueError as e:
        print("raised", e)
    f = loop.create_future()
    f.set_exception(ValueError)
    print(repr(f.exception()))
    f = loop.create_future()
    print(f.cancel("why"), f.cancelled(), f.done(), f.cancel(), f)
    for call in (f.result, f.exception):
        try:
            call()
        except asyncio.CancelledError as e:
            print(repr(e))
    for bad in (StopIteration(), 5):
        try:
            loop.create_future().set_exception(bad)
        except TypeError as e:
            print(str(e)[:40])
    print(asyncio.isfuture(f), asyncio.isfuture(5), isinstance(f, asyncio.Future))
    f = asyncio.Future()
    f.x = 5
    print(f.x, f.get_loop() is loop)

asyncio.run(main())
