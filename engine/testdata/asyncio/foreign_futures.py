# Objects that are awaited like futures without being any: they have _asyncio_future_blocking.
import asyncio
class Duck:
    _asyncio_future_blocking = False
    def __init__(self, loop): self._loop = loop; self.cbs = []; self._done = False; self.exc = None; self.value = None
    def get_loop(self): return self._loop
    def add_done_callback(self, fn, *, context=None): print("add", context is not None); self.cbs.append((fn, context))
    def result(self):
        if self.exc: raise self.exc
        return self.value
    def cancel(self, msg=None):
        print("cancel", msg)
        self.exc = asyncio.CancelledError(msg); self.finish(); return True
    def finish(self):
        self._done = True
        for fn, c in self.cbs: self._loop.call_soon(fn, self, context=c)
    def __await__(self):
        if not self._done:
            self._asyncio_future_blocking = True
            yield self
        return self.result()
    __iter__ = __await__
async def waits(d):
    try: return await d
    except asyncio.CancelledError as e: print("in task", repr(e)); raise
async def main():
    loop = asyncio.get_running_loop()
    d = Duck(loop)
    t = asyncio.create_task(waits(d), name="T")
    await asyncio.sleep(0)
    print(t._fut_waiter is d, d._asyncio_future_blocking, asyncio.isfuture(d))
    d.value = 42; d.finish()
    print(await t)
    d = Duck(loop); t = asyncio.create_task(waits(d)); await asyncio.sleep(0)
    d.exc = ValueError("bad"); d.finish()
    try: await t
    except ValueError as e: print("got", e)
    d = Duck(loop); t = asyncio.create_task(waits(d)); await asyncio.sleep(0)
    print(t.cancel("stop"))
    try: await t
    except asyncio.CancelledError as e: print("cancelled", e.args, t.cancelled())
    # cancelled before the first step
    d = Duck(loop); t = asyncio.create_task(waits(d)); t.cancel()
    try: await t
    except asyncio.CancelledError: print("never began", d.cbs)
    # another loop's
    other = asyncio.new_event_loop()
    d = Duck(other)
    try: await asyncio.create_task(waits(d))
    except RuntimeError as e: print(str(e)[:5], "attached to a different loop" in str(e))
    other.close()
    class Bad(Duck):
        def __await__(self): yield self
    try: await asyncio.create_task(waits(Bad(loop)))
    except RuntimeError as e: print("yield was used instead" in str(e))
    class No:
        def __await__(self): yield 5
    try: await asyncio.create_task(waits(No()))
    except RuntimeError as e: print(e)
    d = Duck(loop); loop.call_later(0.01, lambda: (setattr(d, "value", "w"), d.finish()))
    print(await asyncio.wait_for(waits(d), 1))
    d = Duck(loop)
    loop.call_later(0.01, d.finish)
    print(await asyncio.gather(waits(d), asyncio.sleep(0, 7)))
asyncio.run(main())
