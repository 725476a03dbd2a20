# What a callback schedules runs in the next iteration, after all that was queued before.
import asyncio

def cb(name, depth):
    print(name, depth)
    if depth:
        loop.call_soon(cb, name, depth - 1)

loop = asyncio.new_event_loop()
for n in "abc":
    loop.call_soon(cb, n, 2)
loop.call_later(0, cb, "timer", 1)
loop.call_soon(lambda: loop.call_later(0, cb, "late timer", 0))
loop.call_later(0.01, loop.stop)
loop.run_forever()
loop.close()
