# The order of the ready queue: call_soon, tasks, done-callbacks, futures, timers.
import asyncio


async def step(name):
    print(name, 1)
    await asyncio.sleep(0)
    print(name, 2)
    return name


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    a = asyncio.create_task(step("a"))
    b = asyncio.ensure_future(step("b"))
    a.add_done_callback(lambda task: print("callback of", task.result()))
    loop.call_soon(print, "soon 2")
    loop.call_later(0.02, print, "later")
    loop.call_later(0.01, print, "earlier")
    cancelled = loop.call_later(0.005, print, "never")
    cancelled.cancel()
    print("main goes on")
    await b
    print("b awaited")
    future = loop.create_future()
    future.add_done_callback(lambda f: print("future has", f.result()))
    loop.call_soon(future.set_result, 42)
    print("got", await future)
    await asyncio.sleep(0.03)
    done, pending = await asyncio.wait([asyncio.create_task(step("c")), asyncio.create_task(asyncio.sleep(1))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    pending.pop().cancel()
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)


asyncio.run(main())
