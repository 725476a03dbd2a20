from concurrent.futures import ThreadPoolExecutor, Future
import threading
import time


def done(f):
    print("done in", threading.current_thread().name, f.result())


with ThreadPoolExecutor(1, "p") as ex:
    f = ex.submit(lambda: (time.sleep(0.05), "late")[1])
    f.add_done_callback(done)
    f.add_done_callback(lambda f: print("second"))
    f.result()
    time.sleep(0.05)
    f.add_done_callback(done)


def broken(f):
    raise ValueError("in the callback")


def after(f):
    print("the next one runs", f.done())


f = Future()
f.add_done_callback(broken)
f.add_done_callback(after)
f.set_result(1)
print(f.result())
g = Future()
g.add_done_callback(lambda g: print("cancelled:", g.cancelled()))
print(g.cancel(), g.cancel())
