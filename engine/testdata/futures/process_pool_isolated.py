# Workers are processes: what they change stays there, arguments and results are copies.
import os
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

items = []


class Box:
    def __init__(self, n):
        self.n = n


def add(x):
    items.append(x)
    return len(items)


def grow(box):
    box.n += 1
    return box


def where():
    return os.getpid(), threading.current_thread().name, threading.active_count()


if __name__ == "__main__":
    box = Box(1)
    for kind in (ThreadPoolExecutor, ProcessPoolExecutor):
        items.clear()
        with kind(1) as executor:
            counts = [executor.submit(add, x).result() for x in "abc"]
            print(kind.__name__, counts, items)
            back = executor.submit(grow, box).result()
            print(back is box, box.n, back.n)
            pid, name, n = executor.submit(where).result()
            print(pid == os.getpid(), name)
        with kind(2) as executor:
            print(list(executor.map(str.upper, "xyz")))
