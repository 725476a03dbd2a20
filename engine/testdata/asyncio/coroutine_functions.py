import asyncio

async def coro():
    pass

async def agen():
    yield

def plain():
    pass

class C:
    async def method(self):
        pass

c = coro()
print(asyncio.iscoroutine(c), asyncio.iscoroutine(coro), asyncio.iscoroutine(5))
print(asyncio.iscoroutinefunction(coro), asyncio.iscoroutinefunction(plain), asyncio.iscoroutinefunction(agen),
      asyncio.iscoroutinefunction(C().method))
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_await)
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = coro()
try:
    c.send(1)
except TypeError as e:
    print(e)
try:
    c.send(None)
except StopIteration as e:
    print("stop", e.value)
