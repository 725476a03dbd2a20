# initializer and initargs, workers' names, globals of workers, maxtasksperchild.
import multiprocessing
import os
import time

state = "parent"
count = 0


def setup(a, b):
    global state
    state = f"{a}{b}"


def show(_):
    time.sleep(0.02)
    return state


def counted(_):
    global count
    count += 1
    return os.getpid(), count


def name(_):
    p = multiprocessing.current_process()
    return p.name.split("-")[0], p.daemon, multiprocessing.parent_process().name


def child_of_daemon(_):
    try:
        multiprocessing.Process(target=print).start()
    except AssertionError as e:
        return str(e)


if __name__ == "__main__":
    with multiprocessing.Pool(2, setup, ("x", 1)) as pool:
        print(pool.map(show, range(3)))
    print(state)
    with multiprocessing.Pool(1, maxtasksperchild=2) as pool:
        seen = [pool.apply(counted, (i,)) for i in range(6)]
        print([n for _, n in seen], len({p for p, _ in seen}))
    with multiprocessing.Pool(1, maxtasksperchild=1) as pool:
        print(len({p for p, _ in pool.map(counted, range(4), chunksize=2)}))
    with multiprocessing.Pool(1) as pool:
        print(set(pool.map(name, range(3))))
        print(pool.apply(child_of_daemon, (1,)))
        print(pool._processes, len(pool._pool), pool._pool[0].name.split("-")[0])
    print(count, multiprocessing.active_children())
