# What tracebacks say of frames that are over, after their functions have been called again.
import sys


def frames(exc):
    tb = exc.__traceback__
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def fail(n):
    doubled = n * 2
    if n % 3:
        raise ValueError(n)
    return doubled


def middle(n):
    label = f"<{n}>"
    return fail(n) or label


def swallow(n):
    try:
        middle(n)
    except ValueError as e:
        kept.append(e)
        n += 100
    return n


kept = []
print([swallow(n) for n in range(6)])
for e in kept:
    for f, line in frames(e):
        known = {k: v for k, v in f.f_locals.items() if not k.startswith("__") and f.f_code.co_name != "<listcomp>"}
        print(e, f.f_code.co_name, line, sorted(known.items()) if len(known) < 4 else "many")

first = kept[0].__traceback__
print(first.tb_frame is kept[0].__traceback__.tb_frame, first.tb_frame.f_code is swallow.__code__)
print(first.tb_next.tb_next.tb_frame.f_back is first.tb_next.tb_frame)
print(first.tb_frame.f_globals is globals(), first.tb_next.tb_next.tb_next)


def recursive(depth):
    mine = [depth]
    if depth == 0:
        {}["missing"]
    recursive(depth - 1)


for _ in range(2):
    try:
        recursive(3)
    except KeyError as e:
        print([f.f_locals["mine"] for f, _ in frames(e) if "mine" in f.f_locals])


def twice():
    value = 1
    try:
        raise KeyError("one")
    except KeyError as e:
        a = e
    value = 2
    try:
        raise KeyError("two")
    except KeyError as e:
        b = e
    value = 3
    return a, b


a, b = twice()
twice()
fa, fb = a.__traceback__.tb_frame, b.__traceback__.tb_frame
print(fa is fb, fa.f_locals["value"], a.__traceback__.tb_lineno < b.__traceback__.tb_lineno < fa.f_lineno)


def live():
    own = sys._getframe()
    try:
        raise OSError
    except OSError as e:
        print(e.__traceback__.tb_frame is own, e.__traceback__.tb_frame.f_back.f_code.co_name)
    return own


print(live().f_locals.keys() == {"own"})


class Custom(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


class Plain(Custom):
    pass


class Bare(LookupError):
    detail = "of the class"


for make in (lambda: Custom(1, "x"), lambda: Plain(2, "y"), lambda: Bare("p", 3), lambda: Bare(), lambda: Custom(1)):
    try:
        raise make()
    except Exception as e:
        print(type(e).__name__, e.args, repr(e), getattr(e, "code", None), getattr(e, "detail", None))
