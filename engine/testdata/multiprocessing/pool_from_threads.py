# Several threads use one pool; callbacks run in the pool's own thread.
import threading
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    results, names = {}, set()
    with Pool(3) as pool:
        def use(n):
            results[n] = pool.map(square, range(n))
            r = pool.apply_async(square, (n,), callback=lambda v: names.add(threading.current_thread().name))
            r.wait()

        threads = [threading.Thread(target=use, args=(n,)) for n in range(1, 6)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
    print(sorted(results.items()))
    print(names)
