#@title When does a callback run?
import asyncio

fail = False  #@param {type:"boolean"}

async def work():
    print("work: start")
    await asyncio.sleep(0.1)
    if fail:
        raise ValueError("no result")
    print("work: end")
    return 42

def report(task):
    if task.exception():
        print("report:", repr(task.exception()))
    else:
        print("report:", task.result())

def late(task):
    print("late: called")

async def main():
    task = asyncio.create_task(work(), name="work")
    task.add_done_callback(report)
    try:
        task.result()
    except asyncio.InvalidStateError as error:
        print("main:", error)
    await asyncio.wait([task])
    print("main: done:", task.done())
    task.add_done_callback(late)
    print("main: late is added")
    await asyncio.sleep(0)

asyncio.run(main())
