from concurrent.futures import ThreadPoolExecutor, wait, FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED
import time


def job(t, fail=False):
    time.sleep(t)
    if fail:
        raise ValueError(t)
    return t


def show(r):
    print(sorted(f._state for f in r.done), sorted(f._state for f in r.not_done))


with ThreadPoolExecutor(4) as ex:
    fs = [ex.submit(job, t) for t in (0.05, 0.35, 0.65)]
    show(wait(fs, return_when=FIRST_COMPLETED))
    show(wait(fs, timeout=0.45))
    show(wait(fs))
    show(wait(fs, return_when=FIRST_COMPLETED))
    fs = [ex.submit(job, 0.05), ex.submit(job, 0.1, True), ex.submit(job, 0.3)]
    show(wait(fs, return_when=FIRST_EXCEPTION))
    done, not_done = wait(fs, return_when=ALL_COMPLETED)
    print(len(done), len(not_done))
    fs = [ex.submit(job, 0.01) for _ in range(2)]
    show(wait(fs, return_when=FIRST_EXCEPTION))
    try:
        wait([ex.submit(job, 0.01)], return_when="SOON")
    except ValueError as e:
        print(e)
    print(wait([]))
