# Workers report into a managed list and stop at a managed event.
import time
from multiprocessing import Manager, Pool


def search(args):
    n, found, stop = args
    for i in range(100):
        if stop.is_set():
            return n, "stopped"
        if n == 2 and i == 3:
            found.append((n, i))
            stop.set()
            return n, "found"
        time.sleep(0.02)
    return n, "nothing"


def log(args):
    lock, lines, who = args
    with lock:
        lines.append(f"{who} in")
        time.sleep(0.01)
        lines.append(f"{who} out")


if __name__ == "__main__":
    with Manager() as m:
        found, stop = m.list(), m.Event()
        with Pool(3) as pool:
            print(sorted(pool.map(search, [(n, found, stop) for n in range(3)], chunksize=1)))
        print(found, stop.is_set())
        lock, lines = m.Lock(), m.list()
        with Pool(3) as pool:
            pool.map(log, [(lock, lines, n) for n in range(4)], chunksize=1)
        text = list(lines)
        print(all(text[i].split()[0] == text[i + 1].split()[0] for i in range(0, 8, 2)), len(text))
