# A loop whose class, or instance, has a call_soon() of its own: tasks and futures go through it.
import asyncio, contextvars
class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.log = []
        super().__init__()
    def call_soon(self, callback, *args, context=None):
        self.log.append((type(callback).__name__, len(args), context is not None))
        return super().call_soon(callback, *args, context=context)
v = contextvars.ContextVar("v", default=0)
async def child(n):
    v.set(n)
    await asyncio.sleep(0)
    return v.get()
async def failing():
    raise KeyError("x")
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.add_done_callback(lambda f: print("done", f.result()))
    f.set_result(3)
    print(await f, await asyncio.gather(child(1), child(2)), v.get())
    try: await asyncio.create_task(failing())
    except KeyError as e: print("caught", e)
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(1)
    except TimeoutError: print("timeout")
    q = asyncio.Queue()
    async def put():
        await asyncio.sleep(0.01); q.put_nowait(5)
    t = asyncio.create_task(put())
    print(await q.get())
    await t
    t = asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0); t.cancel("why")
    try: await t
    except asyncio.CancelledError as e: print("cancelled", e.args)
loop = Loop()
loop.run_until_complete(main())
kinds = {}
for e in loop.log: kinds[e[1:]] = kinds.get(e[1:], 0) + 1
print(len(loop.log), sorted(kinds.items()))
loop.close()
print("-- instance")
loop = asyncio.new_event_loop()
plain = loop.call_soon
n = 0
def counted(cb, *a, context=None):
    global n; n += 1
    return plain(cb, *a, context=context)
async def two():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
loop.call_soon = counted
loop.run_until_complete(two())
print(n)
del loop.call_soon
loop.run_until_complete(two())
print(n)
async def refused():
    def no(cb, *a, context=None): raise OSError("no more")
    asyncio.get_running_loop().call_soon = no
    f = loop.create_future(); f.add_done_callback(print)
    try: f.set_result(1)
    except OSError as e: print("refused", e)
    del loop.call_soon
loop.run_until_complete(refused())
loop.close()
