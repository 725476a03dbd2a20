# multiprocessing.Queue: order, sizes, Full and Empty with timeouts, close.
import queue
import time
from multiprocessing import Process, Queue


def child(q, answers):
    while (item := q.get()) is not None:
        answers.put(("seen", item))
    answers.put("end")


if __name__ == "__main__":
    q, answers = Queue(), Queue()
    p = Process(target=child, args=(q, answers))
    p.start()
    for item in (1, "two", [3], {"four": 4}, (5, None)):
        q.put(item)
    q.put(None)
    while (got := answers.get()) != "end":
        print(got)
    p.join()
    print(p.exitcode)

    q = Queue(2)
    q.put("a")
    q.put("b")
    for call in (lambda: q.put("c", timeout=0.05), lambda: q.put_nowait("c"), lambda: q.put("c", block=False)):
        try:
            call()
        except queue.Full as e:
            print("full", type(e))
    time.sleep(0.2)
    print(q.full(), q.empty(), q.qsize())
    print(q.get(), q.get(timeout=1), q.qsize())
    for call in (lambda: q.get(timeout=0.05), q.get_nowait, lambda: q.get(False)):
        try:
            call()
        except queue.Empty as e:
            print("empty", type(e))
    print(q.full(), q.empty())
    q.close()
    for call in (lambda: q.put(1), q.get):
        try:
            call()
        except ValueError as e:
            print(str(e).endswith("is closed"))
    q.join_thread()
    fresh = Queue()
    try:
        fresh.join_thread()
    except AssertionError as e:
        print("not closed")
    fresh.cancel_join_thread()
