# SIGINT is a KeyboardInterrupt in the main thread of a process; who catches it goes on.
import multiprocessing as mp
import os
import time

SIGINT = 2


def stubborn(w):
    for i in range(2):
        try:
            w.send("sleeping")
            time.sleep(10)
        except KeyboardInterrupt:
            w.send(f"interrupted {i}")


def busy(w):
    n = 0
    w.send("counting")
    try:
        while True:
            n += 1
    except KeyboardInterrupt:
        print("interrupted while counting:", n > 1000)
        raise SystemExit(5)


if __name__ == "__main__":
    r, w = mp.Pipe(False)
    p = mp.Process(target=stubborn, args=(w,))
    p.start()
    for _ in range(2):
        print(r.recv())
        time.sleep(0.05)
        os.kill(p.pid, SIGINT)
        print(r.recv())
    p.join()
    print(p.exitcode)
    p = mp.Process(target=busy, args=(w,))
    p.start()
    print(r.recv())
    time.sleep(0.05)
    os.kill(p.pid, SIGINT)
    p.join()
    print(p.exitcode)
