# What a process ends with: its target's return, sys.exit, an exception, os._exit, a signal.
import multiprocessing as mp
import os
import sys
import time

SIGKILL, SIGTERM, SIGUSR1 = 9, 15, 10


def returns():
    return 42


def exits(code):
    sys.exit(code)


def raises():
    raise KeyError("missing")


def leaves():
    try:
        os._exit(77)
    finally:
        print("not reached")


def signals(number):
    os.kill(os.getpid(), number)
    time.sleep(10)


def sleeps():
    time.sleep(10)


if __name__ == "__main__":
    for target, args in ((returns, ()), (exits, (3,)), (exits, (None,)), (exits, ("said on stderr",)), (exits, (True,)),
                         (leaves, ()), (signals, (SIGTERM,)), (signals, (SIGKILL,)), (signals, (SIGUSR1,))):
        p = mp.Process(target=target, args=args)
        p.start()
        p.join()
        print(target.__name__, args, p.exitcode)
    p = mp.Process(target=raises)
    p.start()
    p.join()
    print("raises", p.exitcode)
    for how in ("terminate", "kill"):
        p = mp.Process(target=sleeps)
        p.start()
        getattr(p, how)()
        p.join()
        print(how, p.exitcode, "SIG" in repr(p))
