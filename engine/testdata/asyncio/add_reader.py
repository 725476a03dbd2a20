# add_reader and add_writer: callbacks while a descriptor is ready, replaced and removed.
import asyncio
import os
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    log = []
    done = loop.create_future()

    def on_read(name):
        data = b.recv(3)
        log.append((name, data))
        if not data:
            print("removed:", loop.remove_reader(b), loop.remove_reader(b))
            done.set_result("end")

    loop.add_reader(b, on_read, "first")
    loop.call_soon(log.append, "soon")
    a.send(b"abcdefg")
    await asyncio.sleep(0.01)
    print(log)
    log.clear()
    loop.add_reader(b.fileno(), on_read, "second")
    a.send(b"xyz")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log)
    a.close()
    print(await done, log)

    writes = 0
    c, d = socket.socketpair()

    def on_write():
        nonlocal writes
        writes += 1
        if writes == 3:
            loop.remove_writer(c)
            loop.call_soon(stop.set)

    stop = asyncio.Event()
    loop.add_writer(c, on_write)
    await stop.wait()
    print("writes", writes, loop.remove_writer(c))

    r, w = os.pipe()
    got = loop.create_future()
    loop.add_reader(r, lambda: got.set_result(os.read(r, 100)))
    loop.call_later(0.01, os.write, w, b"through a pipe")
    print(await got)
    loop.remove_reader(r)

    def fails():
        loop.remove_reader(d)
        raise ValueError("in the callback")

    loop.set_exception_handler(lambda loop, context: print(context["message"].split(" at ")[0][:24], repr(context["exception"])))
    loop.add_reader(d, fails)
    c.send(b"!")
    await asyncio.sleep(0.01)
    for bad in (-1, "x", None):
        try:
            loop.add_reader(bad, print)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)


asyncio.run(main())
