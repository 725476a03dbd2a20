# Exceptions that nobody can catch: in __del__, and in a generator's close at its end.
import sys


class Loud:
    def __del__(self):
        raise ValueError("in __del__")


def stubborn():
    try:
        yield 1
    finally:
        raise KeyError("in finally")


def refuses():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


seen = []


def hook(info):
    seen.append((info.exc_type.__name__, str(info.exc_value), info.err_msg, info.object is not None, info.exc_traceback is not None))


sys.unraisablehook = hook
Loud()
g = stubborn()
next(g)
del g
r = refuses()
next(r)
del r
print(*seen, sep="\n")
sys.unraisablehook = sys.__unraisablehook__
print("after")
