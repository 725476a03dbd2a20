import asyncio
import threading

def runner(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()
    print("loop left")

loop = asyncio.new_event_loop()
t = threading.Thread(target=runner, args=(loop,))
t.start()

async def job(n):
    await asyncio.sleep(0.05 * n)
    print("job", n, asyncio.get_running_loop() is loop)
    return n

fs = [asyncio.run_coroutine_threadsafe(job(i), loop) for i in range(3)]
print([f.result() for f in fs])
loop.call_soon_threadsafe(loop.stop)
t.join()
loop.close()

results = {}

def separate(n):
    async def main():
        await asyncio.sleep(0.05 * n)
        return n
    results[n] = asyncio.run(main())

ts = [threading.Thread(target=separate, args=(n,)) for n in (1, 2, 3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(results)

def without():
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        print(e)

t = threading.Thread(target=without, name="lonely")
t.start()
t.join()
