import asyncio

async def job(n):
    await asyncio.sleep(0.01 * n)
    return n

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(job(1)))
t = loop.create_task(job(2))
print(loop.run_until_complete(t), t.result())
f = loop.create_future()
loop.call_later(0.01, f.set_result, "future")
print(loop.run_until_complete(f))
print(loop.run_until_complete(asyncio.gather(job(1), job(2))))
done, pending = loop.run_until_complete(asyncio.wait([loop.create_task(job(i)) for i in (1, 2)]))
print(sorted(t.result() for t in done), pending)

async def fails():
    raise ValueError("x")

try:
    loop.run_until_complete(fails())
except ValueError as e:
    print(repr(e))

class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "custom"

print(loop.run_until_complete(Awaitable()))
try:
    loop.run_until_complete(5)
except TypeError as e:
    print(e)
print(asyncio.get_event_loop() is loop)
loop.close()
