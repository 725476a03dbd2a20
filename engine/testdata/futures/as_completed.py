from concurrent.futures import ThreadPoolExecutor, as_completed, TimeoutError
import time


def job(t):
    time.sleep(t)
    return t


with ThreadPoolExecutor(4) as ex:
    fs = {ex.submit(job, t): t for t in (0.2, 0.05, 0.15, 0.1)}
    for f in as_completed(fs):
        print(f.result(), fs[f])
    fs = [ex.submit(job, t) for t in (0.02, 0.3)]
    try:
        for f in as_completed(fs, timeout=0.1):
            print("in time", f.result())
    except TimeoutError as e:
        print(e)
    done = fs[0]
    print([f.result() for f in as_completed([done, done])])
    print(list(as_completed([])))

    def fails():
        raise ValueError("x")

    for f in as_completed([ex.submit(fails)]):
        print(repr(f.exception()))
