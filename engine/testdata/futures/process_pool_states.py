# The states of futures: one item beyond the workers is fetched ahead, counts as running, and cannot be cancelled.
import time
from concurrent.futures import ProcessPoolExecutor


def nap(s):
    time.sleep(s)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        executor.submit(nap, 0).result()
        fs = [executor.submit(nap, 0.4) for _ in range(6)]
        time.sleep(0.2)
        print(fs[0].running(), fs[1].running(), fs[5].running())
        print(fs[1].cancel(), fs[4].cancel(), fs[5].cancel())
        fs[0].result()
        print(fs[0].done(), [f.cancelled() for f in fs])
        for f in fs[:4]:
            f.result()
        print([f._state for f in fs])
