import asyncio

async def job():
    print(asyncio.current_task().get_name())
    await asyncio.sleep(0.01)

async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(job())
    b = asyncio.create_task(job(), name="given")
    c = asyncio.create_task(job(), name=5)
    print([t.get_name() for t in (a, b, c)])
    a.set_name("renamed")
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    print(a.get_coro().__name__, asyncio.iscoroutine(a.get_coro()))
    await asyncio.gather(a, b, c)
    print(len(asyncio.all_tasks()))
    for call in (lambda: a.set_result(1), lambda: a.set_exception(ValueError())):
        try:
            call()
        except RuntimeError as e:
            print(e)

asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
