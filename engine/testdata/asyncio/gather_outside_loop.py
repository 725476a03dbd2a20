import asyncio

async def f(n):
    await asyncio.sleep(0.01)
    return n

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
g = asyncio.gather(f(1), f(2))
print(type(g).__name__, g.get_loop() is loop)
print(loop.run_until_complete(g))
t = asyncio.ensure_future(f(3))
print(loop.run_until_complete(t), loop.run_until_complete(asyncio.wait_for(f(4), 1)))
loop.close()
