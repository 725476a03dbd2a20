import asyncio

class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []
    def _put(self, item):
        if item not in self._queue:
            self._queue.append(item)
    def _get(self):
        return self._queue.pop(0)

class Counting(asyncio.PriorityQueue):
    def __init__(self, *args):
        super().__init__(*args)
        self.count = 0
    def _put(self, item):
        self.count += 1
        super()._put(item)

class Plain(asyncio.Queue):
    def hello(self):
        return "hello", self.qsize()

async def main():
    q = UniqueQueue()
    for x in (3, 1, 3, 1, 2):
        q.put_nowait(x)
    print(q, [q.get_nowait() for _ in range(q.qsize())], isinstance(q, asyncio.Queue))
    q = Counting(2)
    async def feeder():
        for x in (5, 4, 3):
            await q.put(x)
            print("fed", x, q.full())
    t = asyncio.create_task(feeder())
    await asyncio.sleep(0)
    print(q.count, q, await q.get(), await q.get(), await q.get())
    await t
    for _ in range(3):
        q.task_done()
    await q.join()
    p = Plain(1)
    await p.put("x")
    print(p.hello(), p, p.maxsize)
    async def late():
        await p.put("y")
        print("late put")
    t = asyncio.create_task(late())
    await asyncio.sleep(0)
    print(p, await p.get(), await p.get())
    await t
    try:
        p.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    g = asyncio.create_task(p.get())
    await asyncio.sleep(0)
    g.cancel()
    await asyncio.wait([g])
    print(g.cancelled(), p)
    j = asyncio.create_task(p.join())
    await asyncio.sleep(0)
    p.task_done()
    print(j.done())
    p.task_done()
    await j
    try:
        p.task_done()
    except ValueError as e:
        print(e)
    p.get()

asyncio.run(main())
