# Queues, locks, events, semaphores and conditions between tasks.
import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
        print("put", i, queue.qsize())
    await queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        print("got", item)
        await asyncio.sleep(0.01)
        total += item
        queue.task_done()
    return total


async def guarded(lock, name):
    async with lock:
        print(name, "in")
        await asyncio.sleep(0.01)
        print(name, "out")


async def waits(event, name):
    print(name, "waits")
    await event.wait()
    print(name, "goes")


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(await asyncio.gather(producer(queue, 5), consumer(queue)))
    lock = asyncio.Lock()
    await asyncio.gather(*(guarded(lock, f"lock-{i}") for i in range(3)))
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(guarded(semaphore, f"sem-{i}") for i in range(4)))
    event = asyncio.Event()
    waiters = [asyncio.create_task(waits(event, f"w{i}")) for i in range(2)]
    await asyncio.sleep(0.01)
    event.set()
    await asyncio.gather(*waiters)
    condition = asyncio.Condition()
    items = []

    async def take():
        async with condition:
            await condition.wait_for(lambda: items)
            print("took", items.pop())

    task = asyncio.create_task(take())
    await asyncio.sleep(0)
    async with condition:
        items.append("x")
        condition.notify()
    await task
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.sleep(0.01 * i, i)) for i in range(3)]
    print([t.result() for t in tasks])


asyncio.run(main())
