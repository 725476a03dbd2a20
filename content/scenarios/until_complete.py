#@title What run_until_complete gives back
import asyncio

what = "coroutine"  #@param ["coroutine", "task", "gather", "wait"]

async def square(n):
    await asyncio.sleep(n / 10)
    return n * n

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print("running:", what)
if what == "coroutine":
    result = loop.run_until_complete(square(3))
else:
    tasks = [loop.create_task(square(n)) for n in (2, 3)]
    if what == "task":
        result = loop.run_until_complete(tasks[0])
    elif what == "gather":
        both = asyncio.gather(*tasks)
        result = loop.run_until_complete(both)
    else:
        done, pending = loop.run_until_complete(
            asyncio.wait(tasks))
        result = f"{len(done)} done, {len(pending)} pending"
print("result:", result)
if what != "coroutine":
    print("tasks done:", [task.done() for task in tasks])
if what == "task":
    loop.run_until_complete(asyncio.sleep(0.2))
    print("later:", [task.done() for task in tasks])
loop.close()
