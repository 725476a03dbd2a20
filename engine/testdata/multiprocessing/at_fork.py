# os.register_at_fork: before in reverse order, after in order, also for multiprocessing.
import multiprocessing as mp
import os

os.register_at_fork(before=lambda: print("before 1"), after_in_parent=lambda: print("parent 1"), after_in_child=lambda: print("child 1"))
os.register_at_fork(before=lambda: print("before 2"), after_in_child=lambda: print("child 2", flush=True))


def target():
    print("target")


for bad in ({}, {"before": 3}):
    try:
        os.register_at_fork(**bad)
    except TypeError as e:
        print(e)
if __name__ == "__main__":
    p = mp.Process(target=target)
    p.start()
    p.join()
    print("end")
