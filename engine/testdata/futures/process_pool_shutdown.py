# shutdown with and without waiting, cancel_futures, what is refused afterwards.
import time
from concurrent.futures import ProcessPoolExecutor


def nap(s):
    time.sleep(s)
    return s


if __name__ == "__main__":
    executor = ProcessPoolExecutor(2)
    fs = [executor.submit(nap, 0.05) for _ in range(5)]
    executor.shutdown()
    print([f.done() for f in fs], executor._processes)
    try:
        executor.submit(nap, 1)
    except RuntimeError as e:
        print(e)
    executor.shutdown()

    executor = ProcessPoolExecutor(1)
    fs = [executor.submit(nap, 0.2) for _ in range(8)]
    time.sleep(0.1)
    executor.shutdown(cancel_futures=True)
    print([f.cancelled() for f in fs[4:]], fs[0].cancelled(), all(f.done() for f in fs))

    executor = ProcessPoolExecutor(1)
    f = executor.submit(nap, 0.3)
    start = time.monotonic()
    executor.shutdown(wait=False)
    print(f.done(), time.monotonic() - start < 0.25)
    print(f.result(), f.done())

    executor = ProcessPoolExecutor(1)
    fs = [executor.submit(nap, 0.1) for _ in range(6)]
    print(fs[5].cancel(), fs[5].cancelled(), fs[5].cancel(), fs[0].result())
    print(fs[0].cancel())
    executor.shutdown()
    print([f.cancelled() for f in fs])

    executor = ProcessPoolExecutor(2)
    executor.submit(nap, 0.1).add_done_callback(lambda f: print("done at the end", f.result()))
    print("end of the main program")
