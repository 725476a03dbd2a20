# __iter__ and __next__: exhaustion, iter with a sentinel, wrong results, length hints.
import operator

class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration("done")
        self.n -= 1
        return self.n

    def __length_hint__(self):
        return 7

c = Countdown(3)
print(next(c), list(c), list(c), next(c, "default"), operator.length_hint(c))
try:
    next(c)
except StopIteration as error:
    print("stop", error.value, error.args)
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), list(values))
i = iter(lambda: 1 / 0, 0)
try:
    next(i)
except ZeroDivisionError as error:
    print(error)

class BadIter:
    def __iter__(self):
        return 5

class BadNext:
    def __iter__(self):
        return self

for use in (lambda: list(BadIter()), lambda: next(5), lambda: iter(BadNext()), lambda: iter(3, 4), lambda: [x for x in 7], lambda: next([])):
    try:
        print(use())
    except TypeError as error:
        print(error)
items = [1, 2, 3]
it = iter(items)
next(it)
items.append(4)
print(it.__length_hint__(), list(it), it.__length_hint__())
print(list(it), type(it).__name__, it.__reduce__()[0].__name__)
d = {1: "a", 2: "b"}
try:
    for k in d:
        d[k + 10] = "grow"
except RuntimeError as error:
    print(error, len(d))
try:
    for k in d:
        del d[k]
        d["x"] = 1
except RuntimeError as error:
    print(error)
s = {1, 2}
try:
    for v in s:
        s.add(v + 10)
except RuntimeError as error:
    print(error)
e = enumerate("ab", start=5)
print(next(e), list(e), iter(e) is e, list(zip()), list(zip([1, 2], [3, 4], strict=True)))
try:
    list(zip([1, 2], [3], strict=True))
except ValueError as error:
    print(error)
try:
    list(zip([1], [3, 4], "abc", strict=True))
except ValueError as error:
    print(error)
