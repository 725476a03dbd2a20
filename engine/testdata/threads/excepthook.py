import threading


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


def fails(x):
    raise ValueError(x)


old = threading.excepthook
threading.excepthook = hook
t = threading.Thread(target=fails, args=("one",), name="t")
t.start()
t.join()
threading.excepthook = old
t = threading.Thread(target=fails, args=("two",), name="u")
t.start()
t.join()


def broken(args):
    raise TypeError("in the hook")


threading.excepthook = broken
t = threading.Thread(target=fails, args=("three",), name="v")
t.start()
t.join()
print("done")
