import asyncio

made = []

def factory(loop, coro, context=None):
    task = asyncio.Task(coro, loop=loop, context=context)
    made.append(coro.__name__)
    return task

class MyTask(asyncio.Task):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.label = "mine"

async def job(n):
    await asyncio.sleep(0)
    return n

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(await asyncio.create_task(job(1), name="n"))
    print(await asyncio.gather(job(2), job(3)))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(job(4))
    print(made)
    loop.set_task_factory(lambda loop, coro: MyTask(coro, loop=loop))
    t = asyncio.create_task(job(5))
    print(type(t).__name__, t.label, await t, isinstance(t, asyncio.Task))
    loop.set_task_factory(None)
    try:
        loop.set_task_factory(5)
    except TypeError as e:
        print(e)

asyncio.run(main())
