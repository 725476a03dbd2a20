# ProcessPoolExecutor: submit, map with chunks, as_completed, wait, callbacks, the with statement.
import time
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, as_completed, wait


def square(x):
    return x * x


def nap(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=3) as executor:
        print(executor._max_workers)
        f = executor.submit(square, 7)
        print(f.result(), f.done(), f.running(), f.cancelled(), f.exception())
        print(list(executor.map(square, range(6))))
        print(list(executor.map(square, range(7), chunksize=3)))
        print(list(executor.map(pow, [2, 3, 4], [3, 2])))
        fs = [executor.submit(nap, s) for s in (0.3, 0.05, 0.15)]
        print([f.result() for f in as_completed(fs)])
        done, left = wait([executor.submit(nap, s) for s in (0.05, 0.6)], return_when=FIRST_COMPLETED)
        print(len(done), len(left))
        seen = []
        f = executor.submit(nap, 0.05)
        f.add_done_callback(lambda f: seen.append(f.result()))
        wait([f])
        print(seen, executor.submit(pow, 2, exp=5).result())
        results = executor.map(nap, [0.01, 0.02])
        print(next(results), next(results), next(results, "end"))
        print(list(executor.map(square, [])))
    print("after with")
