# Initializer, workers and their number: all at once with fork, on demand with spawn; max_tasks_per_child.
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

state = None


def setup(a, b=0):
    global state
    state = (a, b)


def get():
    return state


def pid(_=None):
    return os.getpid()


def who():
    p = multiprocessing.current_process()
    return type(p).__name__, p.daemon, multiprocessing.parent_process().pid == os.getppid()


if __name__ == "__main__":
    with ProcessPoolExecutor(1, initializer=setup, initargs=(1, 2)) as executor:
        print(executor.submit(get).result(), state)
        print(executor.submit(who).result())
    with ProcessPoolExecutor(3) as executor:
        print(len(executor._processes))
        executor.submit(pid).result()
        print(len(executor._processes))
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(3, mp_context=spawn) as executor:
        pids = {executor.submit(pid).result() for _ in range(3)}
        print(len(executor._processes) <= 2, len(pids) <= 2, os.getpid() in pids)
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=2) as executor:
        pids = [executor.submit(pid).result() for _ in range(5)]
        print(len(set(pids)), pids[0] == pids[1], pids[1] == pids[2])
    for bad in (dict(max_workers=0), dict(max_workers=-2), dict(initializer=5), dict(max_tasks_per_child="x"),
                dict(max_tasks_per_child=0), dict(mp_context=multiprocessing.get_context("fork"), max_tasks_per_child=1)):
        try:
            ProcessPoolExecutor(**bad)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
