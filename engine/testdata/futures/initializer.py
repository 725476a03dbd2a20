from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool
import threading
import time

local = threading.local()


def setup(value):
    local.value = value
    print("set up", threading.current_thread().name)


def use():
    time.sleep(0.01)
    return local.value


with ThreadPoolExecutor(1, "w", initializer=setup, initargs=("v",)) as ex:
    print(ex.submit(use).result(), ex.submit(use).result())


def fails():
    time.sleep(0.05)
    raise RuntimeError("cannot set up")


with ThreadPoolExecutor(1, initializer=fails) as ex:
    f = ex.submit(use)
    g = ex.submit(use)
    try:
        f.result()
    except BrokenThreadPool as e:
        print(e)
    print(type(g.exception()).__name__, BrokenThreadPool.__mro__[1:3])
    try:
        ex.submit(use)
    except BrokenThreadPool as e:
        print("submit:", e)
