# What cannot be done with greenlets: copying, pickling, subclass tricks with bad arguments.
import copy
from greenlet import GreenletExit, getcurrent, greenlet

g = greenlet(lambda: 1)


def attempt(label, fn):
    try:
        print(label, fn())
    except Exception as e:
        print(label, type(e).__name__ + ":", e)


attempt("copy", lambda: copy.copy(g))
attempt("deepcopy", lambda: copy.deepcopy([g]))
attempt("list of it", lambda: list(g))
attempt("len", lambda: len(g))
attempt("index", lambda: g[0])
attempt("add", lambda: g + 1)
attempt("await", lambda: g.__await__)
attempt("next", lambda: next(g))
attempt("exit copied", lambda: copy.copy(GreenletExit("x")).args)
attempt("with", lambda: g.__enter__)
print(g.switch())
