import sys
import threading


def fails():
    raise ValueError("first line\nsecond line")


def chained():
    try:
        {}["key"]
    except KeyError as e:
        raise RuntimeError("chained") from e


def exits():
    print("exiting")
    sys.exit("not shown")


def deep(n):
    if n:
        deep(n - 1)
    else:
        1 / 0


for f, args in ((fails, ()), (chained, ()), (exits, ()), (deep, (2,)), (deep, ())):
    t = threading.Thread(target=f, args=args)
    t.start()
    t.join()
    print(f.__name__, t.is_alive())
t = threading.Thread(target=fails, name="the other")
t.start()
t.join()
print("done")
