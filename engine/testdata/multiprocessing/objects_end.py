# In a forked process objects end, each process's own: __del__, weak references, generators with a finally.
import multiprocessing as mp
import weakref
from multiprocessing import util


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


def gen():
    try:
        yield 1
    finally:
        print("generator closed")


kept = Noisy("kept")
ref = weakref.ref(kept, lambda _: print("the reference is told"))
suspended = gen()
next(suspended)


def child():
    global kept, suspended
    print(ref() is kept)
    kept = None
    print(ref())
    suspended = None
    mine = Noisy("mine")
    util.Finalize(mine, print, args=("finalizer called",))
    del mine
    print("end of the child")


if __name__ == "__main__":
    p = mp.Process(target=child)
    p.start()
    p.join()
    print("parent:", ref() is kept, next(suspended, "at its end"))
    kept = None
    print(ref())
