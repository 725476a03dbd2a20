# RecursionError: depth, recovery, in repr, comparison and properties.
import sys


def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as error:
    print(error)


def count():
    try:
        return 1 + count()
    except RecursionError:
        return 0


print(900 < count() < 1000)
sys.setrecursionlimit(200)
print(sys.getrecursionlimit(), 100 < count() < 200)
try:
    sys.setrecursionlimit(1)
except (RecursionError, ValueError) as error:
    print(type(error).__name__, str(error)[:40])
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
sys.setrecursionlimit(1000)


class Loop:
    @property
    def value(self):
        return self.value

    def __getattr__(self, name):
        return self.missing

    def __repr__(self):
        return repr([self])

    def __eq__(self, other):
        return self == other


for use in (lambda: Loop().value, lambda: Loop().anything, lambda: repr(Loop()), lambda: Loop() == Loop()):
    try:
        use()
    except RecursionError as error:
        print(type(error).__name__)
items = []
items.append(items)
print(items, repr({"k": items}))
try:
    items == [items]
except RecursionError as error:
    print("comparison", error)
