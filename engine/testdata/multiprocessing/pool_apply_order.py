# apply blocks, apply_async does not; results are got in the order of asking, whatever the order of ending.
import time
from multiprocessing import Pool


def nap(name, seconds):
    time.sleep(seconds)
    return name


if __name__ == "__main__":
    with Pool(3) as pool:
        start = time.monotonic()
        for name in "ab":
            pool.apply(nap, (name, 0.2))
        blocked = time.monotonic() - start
        start = time.monotonic()
        results = [pool.apply_async(nap, (name, 0.2)) for name in "abc"]
        print([r.get() for r in results])
        together = time.monotonic() - start
        print(blocked >= 0.4, together < blocked)
        ended = []
        results = [pool.apply_async(nap, (name, s), callback=ended.append) for name, s in (("slow", 0.5), ("fast", 0.1), ("middle", 0.3))]
        for r in results:
            r.wait()
        print(ended, [r.get() for r in results])
        results = {n: pool.apply_async(nap, (n, 0.01 * n)) for n in range(5)}
        print({n: r.get() for n, r in results.items()})
