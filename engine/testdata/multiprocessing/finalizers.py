# What happens at the end of a process: finally blocks, util.Finalize, but not the atexit functions of the parent.
import atexit
import multiprocessing as mp
import sys
from multiprocessing import util


class Thing:
    pass


def child(how):
    util.Finalize(None, print, args=("low",), exitpriority=1)
    util.Finalize(None, print, args=("high",), exitpriority=10)
    f = util.Finalize(None, print, args=("cancelled",), exitpriority=5)
    f.cancel()
    g = util.Finalize(None, print, args=("called early",), exitpriority=3)
    g()
    print(f.still_active(), g.still_active())
    try:
        if how == "exit":
            sys.exit(3)
        if how == "raise":
            raise LookupError(how)
    finally:
        print("finally", how)


if __name__ == "__main__":
    atexit.register(print, "atexit of the parent")
    util.Finalize(None, print, args=("the parent's finalizer",), exitpriority=0)
    for how in ("return", "exit", "raise"):
        p = mp.Process(target=child, args=(how,))
        p.start()
        p.join()
        print(p.exitcode)
    try:
        util.Finalize(None, print)
    except ValueError as e:
        print(e)
