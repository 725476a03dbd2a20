# throw: a class, a class with a value, with a tuple, an instance, with a traceback.
import sys
from greenlet import GreenletExit, getcurrent, greenlet

main = getcurrent()


class Custom(Exception):
    def __init__(self, *args):
        super().__init__(*args)
        self.n = len(args)


def catcher():
    while True:
        try:
            main.switch("ready")
        except BaseException as e:
            print("  caught", type(e).__name__, e.args)
            if isinstance(e, Custom):
                print("  n =", e.n)


g = greenlet(catcher)
g.switch()
g.throw()
g.switch()
g.throw(ValueError)
g.switch()
g.throw(ValueError, "text")
g.switch()
g.throw(Custom, (1, 2, 3))
g.switch()
g.throw(Custom, None)
g.switch()
g.throw(Custom, Custom("made", "before"))
g.switch()
g.throw(KeyError("instance"))
g.switch()
g.throw(KeyError, ValueError("other class"))
g.switch()
g.throw(GreenletExit, "a value")
g.switch()
try:
    raise OSError(2, "elsewhere")
except OSError as e:
    tb = sys.exc_info()[2]
    g.throw(type(e), e, tb)
g.switch()
g.throw(Custom("x"), None, None)
print("dead:", g.dead)
