# getcurrent in functions, generators, classes, comprehensions; parents by nesting.
import greenlet as module
from greenlet import getcurrent, greenlet

main = getcurrent()
print(main is getcurrent(), type(main) is greenlet, main.parent)
print(greenlet.getcurrent() is main, module.getcurrent is getcurrent)


def gen():
    yield getcurrent()


def body(depth):
    me = getcurrent()
    print(depth, me is not main, [getcurrent() is me for _ in range(2)], next(gen()) is me)

    class Inside:
        owner = getcurrent()

    print(depth, Inside.owner is me, (lambda: getcurrent())() is me)
    if depth < 3:
        child = greenlet(body)
        print(depth, child.parent is me)
        child.switch(depth + 1)
    print(depth, getcurrent() is me)


greenlet(body).switch(1)
print(getcurrent() is main)
# A generator belongs to whoever resumes it.
shared = (getcurrent() for _ in range(3))
print(next(shared) is main)
g = greenlet(lambda: next(shared))
print(g.switch() is g)
print(next(shared) is main)
try:
    getcurrent(1)
except TypeError as e:
    print("TypeError")
