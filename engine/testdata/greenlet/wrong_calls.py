# Wrong calls of the constructor, of methods and of functions of the module.
import greenlet as module
from greenlet import getcurrent, gettrace, greenlet, settrace


def attempt(label, fn, *args, **kwargs):
    try:
        print(label, "->", fn(*args, **kwargs))
    except Exception as e:
        print(label, type(e).__name__ + ":", e)


attempt("three arguments", greenlet, 1, 2, 3)
attempt("unknown keyword", greenlet, name="x")
attempt("getcurrent", getcurrent, 1)
attempt("gettrace", gettrace, 1)
attempt("settrace", settrace)
attempt("unbound switch", greenlet.switch)
attempt("switch of an int", greenlet.switch, 3)
attempt("unbound throw", greenlet.throw)
g = greenlet(lambda x: x)
attempt("missing argument", g.switch)
print(g.dead)
g = greenlet(lambda x: x)
attempt("surplus argument", g.switch, 1, 2)
g = greenlet(lambda x: x)
attempt("wrong keyword", g.switch, y=1)
g = greenlet("not callable")
attempt("not callable", g.switch)
print(g.dead)
attempt("no attribute", getattr, g, "gr_name")
attempt("call it", g)


def set_dead():
    g.dead = 1


attempt("set dead", set_dead)
print(module.__version__[0], sorted(n for n in dir(greenlet) if not n.startswith("_")))
