# Locks cannot be pickled just so, a process cannot be used by another one, connections can be sent.
import multiprocessing as mp
import pickle


def attempt(what, *args):
    try:
        what(*args)
    except Exception as e:
        print(type(e).__name__, e)


def child(p, conn):
    for what in (p.join, p.is_alive, p.start):
        try:
            what()
        except AssertionError as e:
            print("AssertionError:", e)
    print("unknown" in repr(p))


if __name__ == "__main__":
    attempt(pickle.dumps, mp.Lock())
    attempt(pickle.dumps, mp.Event())
    attempt(pickle.dumps, mp.Condition())
    attempt(pickle.dumps, mp.current_process().authkey)
    other = mp.Process(target=print)
    a, b = mp.Pipe()
    p = mp.Process(target=child, args=(other, b))
    p.start()
    p.join()
    ctx = mp.get_context("spawn")
    lock = ctx.Lock()
    event = ctx.Event()
    q = ctx.Process(target=event.wait, args=(5,))
    q.start()
    event.set()
    q.join()
    print(q.exitcode)
