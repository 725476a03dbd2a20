# What can be run: functions, bound methods, classes, partials, built-ins, generators, callables.
import functools
from greenlet import getcurrent, greenlet

main = getcurrent()


class Thing:
    def __init__(self, x=0):
        self.x = x

    def method(self, y):
        return self.x + y

    @classmethod
    def make(cls, x):
        return cls(x)

    @staticmethod
    def static(a, b=2):
        return a * b

    def __call__(self, *args):
        return "called", args


def gen():
    yield 1


async def coro():
    pass


print(greenlet(Thing(5).method).switch(1))
print(greenlet(Thing).switch(7).x)
print(greenlet(Thing.make).switch(8).x)
print(greenlet(Thing.static).switch(3), greenlet(Thing.static).switch(3, b=5))
print(greenlet(Thing(1)).switch(1, 2))
print(greenlet(functools.partial(Thing.static, 4)).switch(b=3))
print(greenlet(len).switch("four"), greenlet(print).switch("printed", end="!\n"))
print(greenlet(int).switch("12"), greenlet(dict).switch(a=1))
print(type(greenlet(gen).switch()).__name__)
c = greenlet(coro).switch()
print(type(c).__name__)
c.close()
print(greenlet("text".upper).switch(), greenlet([3, 1].sort).switch())
print(greenlet(max).switch([1, 9, 3], key=lambda x: -x))
print(greenlet(main.switch).switch("through main's own switch"))
print(greenlet(sorted).switch({3, 1, 2}, reverse=True))
print(greenlet(next).switch(iter([5])))
