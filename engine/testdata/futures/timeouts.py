from concurrent.futures import ThreadPoolExecutor, TimeoutError
import time

with ThreadPoolExecutor(2) as ex:
    f = ex.submit(time.sleep, 0.2)
    start = time.monotonic()
    for t in (0, 0.05, -1):
        try:
            f.result(timeout=t)
        except TimeoutError as e:
            print("timeout", t, repr(e), f.done())
    print(f.result(timeout=5), time.monotonic() - start > 0.19)
    g = ex.submit(lambda: time.sleep(0.1) or 1 / 0)
    try:
        g.exception(0.01)
    except TimeoutError:
        print("not yet")
    print(g.exception(1))
