# Debug mode keeps where handles and coroutines were made, and refuses calls from other threads.
import asyncio
import sys
import threading

def cb():
    pass

async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_later(9, cb)
    print(repr(h).partition("cb()")[2])
    h.cancel()
    print("cancelled" in repr(h), repr(h).partition("cb()")[2])
    print(h._source_traceback is not None)

    def thread():
        for f in (lambda: loop.call_soon(cb), lambda: loop.call_later(1, cb), lambda: loop.call_at(1, cb)):
            try:
                f()
            except RuntimeError as e:
                print(e)
        loop.call_soon_threadsafe(print, "threadsafe")

    t = threading.Thread(target=thread)
    t.start()
    await asyncio.sleep(0.05)
    t.join()
    print(sys.get_coroutine_origin_tracking_depth() > 0)
    c = asyncio.sleep(0)
    async def own():
        pass
    o = own()
    print(o.cr_origin[0][1:])
    await o
    await c
    for bad in (5, main, c):
        for f in (loop.call_soon, lambda x: loop.call_later(1, x)):
            try:
                f(bad)
            except TypeError as e:
                print(str(e)[:50])

asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(2)
async def made():
    pass
m = made()
print(m.cr_origin)
m.close()
