# A loop in each of several threads, each with its own tasks, clock and current task.
import asyncio
import threading

results = {}

async def work(name, n):
    await asyncio.sleep(0.01 * n)
    results[name].append((n, asyncio.current_task().get_name()))

async def main(name):
    results[name] = []
    loop = asyncio.get_running_loop()
    loops.append(loop)
    await asyncio.gather(*[asyncio.create_task(work(name, n), name=f"{name}-{n}") for n in (3, 1, 2)])
    return len(asyncio.all_tasks())

loops = []
threads = [threading.Thread(target=lambda n=n: asyncio.run(main(n))) for n in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
for name in sorted(results):
    print(name, results[name])
print(len({id(l) for l in loops}), all(l.is_closed() for l in loops))

def no_loop():
    for f in (asyncio.get_event_loop, asyncio.get_running_loop):
        try:
            f()
        except RuntimeError as e:
            print(e)

t = threading.Thread(target=no_loop, name="worker")
t.start()
t.join()
