# add_signal_handler: the callback runs in the loop, and the signal wakes it.
import asyncio
import os
import signal
import threading
import time

async def main():
    loop = asyncio.get_running_loop()
    got = []
    loop.add_signal_handler(signal.SIGUSR1, got.append, "usr1")
    os.kill(os.getpid(), signal.SIGUSR1)
    print("right after kill:", got)
    await asyncio.sleep(0.01)
    print("an iteration later:", got)
    done = loop.create_future()
    loop.add_signal_handler(signal.SIGTERM, done.set_result, "term")
    threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGTERM)).start()
    start = loop.time()
    print(await asyncio.wait_for(done, 5), loop.time() - start < 1)
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    for f in (lambda: loop.add_signal_handler("x", print), lambda: loop.add_signal_handler(1000, print),
              lambda: loop.add_signal_handler(signal.SIGKILL, print), lambda: loop.add_signal_handler(signal.SIGUSR1, main)):
        try:
            f()
        except (TypeError, ValueError, RuntimeError) as e:
            print(type(e).__name__, e)
    loop.remove_signal_handler(signal.SIGTERM)
    print(signal.getsignal(signal.SIGTERM) == signal.SIG_DFL)

asyncio.run(main())
