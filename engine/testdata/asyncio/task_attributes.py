# Names, coroutine, loop, repr.
import asyncio

async def work():
    await asyncio.sleep(0)

async def main():
    me = asyncio.current_task()
    print(me.get_name(), me.get_loop() is asyncio.get_running_loop())
    c = work()
    t = asyncio.create_task(c, name="first")
    print(t.get_coro() is c, t)
    t.set_name(5)
    print(repr(t.get_name()), t in asyncio.all_tasks(), len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print(t)
    await t
    print(t, t in asyncio.all_tasks())
    u = asyncio.create_task(work())
    print(u.get_name().startswith("Task-"))
    u.cancel()
    print(u)
    await asyncio.wait([u])
    print(u)
    for f in (lambda: asyncio.Task(5), lambda: asyncio.create_task(5), lambda: asyncio.ensure_future(5)):
        try:
            f()
        except TypeError as e:
            print(e)
    print(asyncio.Task.__mro__[1].__name__, isinstance(t, asyncio.Future), asyncio.isfuture(t), asyncio.iscoroutine(t))

asyncio.run(main())
