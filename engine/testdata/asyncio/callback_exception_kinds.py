# Exceptions in callbacks go to the handler, and the loop goes on; SystemExit and KeyboardInterrupt leave it.
import asyncio

def fail(e):
    raise e

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda l, c: print("handler", repr(c["exception"])))
loop.call_soon(fail, ValueError(1))
loop.call_soon(print, "same iteration goes on")
loop.call_later(0.01, fail, KeyError(2))
loop.call_later(0.02, loop.stop)
loop.run_forever()
for e in (KeyboardInterrupt(), SystemExit(3)):
    loop.call_soon(fail, e)
    loop.call_soon(print, "left for later")
    try:
        loop.run_forever()
    except BaseException as x:
        print("left with", repr(x), loop.is_running(), loop.is_closed())
loop.call_soon(loop.stop)
loop.run_forever()

def bad_handler(l, c):
    raise RuntimeError("handler fails")

import logging
logging.basicConfig(format="%(message)s", handlers=[logging.NullHandler()])
loop.set_exception_handler(bad_handler)
loop.call_soon(fail, ValueError(4))
loop.call_soon(loop.stop)
loop.run_forever()
print("survived", loop.get_exception_handler() is bad_handler)
try:
    loop.set_exception_handler(5)
except TypeError as e:
    print(e)
loop.close()
