# psutil: processes by pid, their parents and children, what they use, and errors.
import multiprocessing
import os
import time

import psutil


def spin():
    n = 0
    for i in range(1_000_000):
        n += i
    return n


def report(q):
    me = psutil.Process()
    q.put((me.pid == os.getpid(), me.ppid() == os.getppid(), me.name() == psutil.Process(os.getppid()).name()))


if __name__ == "__main__":
    me = psutil.Process(os.getpid())
    print(me == psutil.Process(), me.pid == os.getpid(), me.name(), me.status(), me.is_running(), me.num_threads())
    print(me.children(), type(me.memory_info()).__name__, me.memory_info().rss > 1_000_000, 0 < me.memory_percent() < 100)
    print(me.cpu_percent(), me.cpu_times()._fields[:2], me.create_time() <= time.time())
    q = multiprocessing.Queue()
    child = multiprocessing.Process(target=report, args=(q,))
    child.start()
    print(q.get())
    child.join()
    children = [multiprocessing.Process(target=time.sleep, args=(100,)) for _ in range(2)]
    for c in children:
        c.start()
    time.sleep(0.2)
    found = me.children()
    print(sorted(p.pid for p in found) == sorted(c.pid for c in children), [p.status() for p in found])
    print(all(p.parent() == me for p in found), psutil.pid_exists(children[0].pid), children[0].pid in psutil.pids())
    found[0].terminate()
    found[1].kill()
    for c in children:
        c.join()
    print(sorted(c.exitcode for c in children), [p.is_running() for p in found], psutil.pid_exists(children[0].pid))
    for call in (found[0].name, lambda: psutil.Process(4_000_000), lambda: psutil.Process(-1), lambda: psutil.Process("x")):
        try:
            call()
        except psutil.NoSuchProcess as e:
            print(type(e).__name__, e.msg)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
    before = me.cpu_times().user
    spin()
    print(me.cpu_times().user - before > 0, psutil.cpu_count() == os.cpu_count(), psutil.cpu_percent() >= 0)
    memory = psutil.virtual_memory()
    print(memory.total > memory.available > 0, 0 <= memory.percent <= 100, memory._fields[:3])
    print(psutil.boot_time() <= me.create_time() + 1, issubclass(psutil.NoSuchProcess, psutil.Error))
