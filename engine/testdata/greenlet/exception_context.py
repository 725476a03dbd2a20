# __context__ and __cause__ of exceptions that are raised, thrown and passed on across greenlets.
from greenlet import getcurrent, greenlet

main = getcurrent()


def show(e):
    chain = []
    while e is not None:
        chain.append(repr(e))
        e = e.__cause__ or e.__context__
    print(" <- ".join(chain))


def handler():
    try:
        main.switch()
    except KeyError:
        main.switch()
        raise ValueError("while handling")


g = greenlet(handler)
g.switch()
g.throw(KeyError, "thrown")
try:
    g.switch()
except ValueError as e:
    show(e)


def child():
    raise OSError("child")


def parent():
    try:
        greenlet(child).switch()
    except OSError:
        raise RuntimeError("parent")


try:
    greenlet(parent).switch()
except RuntimeError as e:
    show(e)


def waits():
    main.switch()


w = greenlet(waits)
w.switch()
try:
    try:
        1 / 0
    except ZeroDivisionError:
        w.throw(IndexError("thrown while main handles"))
except IndexError as e:
    show(e)
w = greenlet(waits)
w.switch()
try:
    w.throw(ValueError("a") if not w.dead else None)
except ValueError as e:
    show(e)
