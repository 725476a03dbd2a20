# Daemonic children are terminated when the parent ends, others are waited for; daemons have no children.
import multiprocessing as mp
import time


def finishes():
    time.sleep(0.2)
    print("the other one has finished")


def never():
    time.sleep(60)
    print("never printed")


def has_child(conn):
    print("daemon:", mp.current_process().daemon)
    try:
        mp.Process(target=finishes).start()
    except AssertionError as e:
        print("AssertionError:", e)
    conn.send("done")


if __name__ == "__main__":
    a, b = mp.Pipe()
    p = mp.Process(target=has_child, args=(b,), daemon=True)
    p.start()
    print(a.recv())
    p.join()
    d = mp.Process(target=never, daemon=True)
    d.start()
    try:
        d.daemon = False
    except AssertionError as e:
        print("AssertionError:", e)
    q = mp.Process(target=finishes)
    q.start()
    print(sorted(p.daemon for p in mp.active_children()), mp.Process(daemon=False).daemon)
    print("end of the main module", flush=True)
