# The traceback of an exception that crosses into the parent shows both stacks.
from greenlet import greenlet


def deep(n):
    if n == 0:
        raise ValueError("from the depth")
    deep(n - 1)


def child():
    deep(2)


def parent():
    g = greenlet(child)
    try:
        g.switch()
    except ValueError as e:
        raise RuntimeError("parent gives up") from e


def start():
    p = greenlet(parent)
    p.switch()


start()
