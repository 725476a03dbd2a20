import asyncio

loop = asyncio.new_event_loop()

def tick(n):
    print("tick", n)
    if n == 3:
        loop.stop()
        loop.call_soon(print, "runs in the next run")
    else:
        loop.call_later(0.01, tick, n + 1)

loop.call_soon(tick, 1)
loop.run_forever()
print("stopped", loop.is_running())
loop.stop()
loop.run_forever()
print("one iteration")

async def job():
    await asyncio.sleep(0.01)
    return "job"

t = loop.create_task(job())
print(loop.run_until_complete(t), t.done())

def early():
    loop.stop()
loop.call_soon(early)
f = loop.create_future()
try:
    loop.run_until_complete(f)
except RuntimeError as e:
    print(e)
loop.close()
