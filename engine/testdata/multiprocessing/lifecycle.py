# The states of a Process object: initial, started, stopped, closed.
import multiprocessing as mp
import os
import re


def plain(p):
    return re.sub(r"(pid|parent)=\d+", r"\1=N", repr(p))


def work(r):
    r.recv()


if __name__ == "__main__":
    r, w = mp.Pipe(False)
    p = mp.Process(target=work, args=(r,))
    print(plain(p), p.is_alive(), p.exitcode, p.pid, p.ident)
    for what in (p.join, p.terminate, lambda: p.sentinel):
        try:
            what()
        except Exception as e:
            print(type(e).__name__, e)
    p.start()
    print(plain(p), p.is_alive(), p.exitcode, p.pid == p.ident, p.pid != os.getpid())
    try:
        p.start()
    except AssertionError as e:
        print("AssertionError:", e)
    try:
        p.close()
    except ValueError as e:
        print("ValueError:", e)
    print(p.join(0.01), p.exitcode, mp.active_children() == [p])
    w.send(None)
    p.join()
    print(plain(p), p.is_alive(), p.exitcode, mp.active_children())
    p.join()
    p.close()
    print(plain(p))
    for what in (p.join, p.is_alive, p.start, lambda: p.exitcode, lambda: p.pid):
        try:
            what()
        except ValueError as e:
            print("ValueError:", e)
