# Exceptions of greenlets in a thread end up in that thread.
import threading
from greenlet import getcurrent, greenlet


def fails():
    raise ValueError("in a greenlet of the thread")


def target():
    try:
        greenlet(fails).switch()
    except ValueError as e:
        print(threading.current_thread().name, "caught", e)
    g = greenlet(fails)
    g.switch()


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
t = threading.Thread(target=target, name="worker")
t.start()
t.join()


def leaves_suspended():
    def body():
        try:
            getcurrent().parent.switch()
        finally:
            print("cleanup in", threading.current_thread().name)

    g = greenlet(body)
    g.switch()
    print("thread ends")


t = threading.Thread(target=leaves_suspended, name="second")
t.start()
t.join()
print("joined")
