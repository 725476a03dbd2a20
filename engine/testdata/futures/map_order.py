from concurrent.futures import ThreadPoolExecutor
import time

log = []


def work(n):
    log.append(f"start {n}")
    time.sleep(0.1 * (4 - n))
    log.append(f"end {n}")
    return n


with ThreadPoolExecutor(max_workers=2) as ex:
    results = ex.map(work, range(4))
    print("map returned")
    for r in results:
        print("result", r)
print(log[0], sorted(log) == sorted(f"{w} {n}" for w in ("start", "end") for n in range(4)))


def explode(n):
    if n == 1:
        raise RuntimeError("stop here")
    log.append(n)
    return n


with ThreadPoolExecutor(max_workers=1) as ex:
    results = ex.map(explode, range(4))
    try:
        for r in results:
            print(r)
    except RuntimeError as e:
        print(e)
print(type(results).__name__)
