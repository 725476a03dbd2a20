# in, iteration, reversed and len: __contains__, __iter__, __getitem__, and None in their places.
class Sequence:
    def __getitem__(self, index):
        print("get", index, end=" ")
        if index >= 3:
            raise IndexError(index)
        return index * 10


s = Sequence()
print(list(s), 10 in s, 25 in s, max(s), [*s], tuple(zip(s, "ab")))
a, b, c = s
print(a, b, c)
it = iter(s)
print(type(it).__name__, next(it), list(it), list(it))
try:
    reversed(s)
except TypeError as error:
    print(error)


class Sized(Sequence):
    def __len__(self):
        return 2


print(list(reversed(Sized())), list(Sized()), bool(Sized()))


class Iterable:
    def __iter__(self):
        print("iter", end=" ")
        yield from (1, 2, 3)


print(2 in Iterable(), 9 in Iterable())


class NoContains(Iterable):
    __contains__ = None


class NoIter(Sequence):
    __iter__ = None


class NoReversed(Sized):
    __reversed__ = None


class Contains:
    def __contains__(self, item):
        return "truthy" if item else 0


class Stops(Sequence):
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration("from getitem")
        return index


class Mapping(dict):
    def __contains__(self, item):
        return item == "only here"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: 1 in NoContains())
attempt(lambda: list(NoIter()))
attempt(lambda: 0 in NoIter())
attempt(lambda: reversed(NoReversed()))
attempt(lambda: (1 in Contains(), 0 in Contains(), 0 not in Contains()))
attempt(lambda: list(Contains()))
attempt(lambda: list(Stops()))
attempt(lambda: 1 in 5)
attempt(lambda: "a" in 5)
attempt(lambda: 1 in "abc")
attempt(lambda: 1 in b"abc")
attempt(lambda: "a" in b"abc")
attempt(lambda: 300 in b"abc")
attempt(lambda: [] in {1})
attempt(lambda: {} in {})
attempt(lambda: Mapping(a=1).get("a") and "a" in Mapping(a=1))
nan = float("nan")
print(nan in [nan], float("nan") in [nan], [nan] == [nan], nan in {nan}, [nan].index(nan), (nan,) == (nan,), nan == nan)


class Always:
    def __eq__(self, other):
        return True


print(Always() in [1], 5 in [Always()], [1, 2].count(Always()), 5 in {Always: 1}, (1, 2).index(Always()))


class CallIter:
    def __init__(self):
        self.n = 0

    def __call__(self):
        self.n += 1
        return self.n


print(list(iter(CallIter(), 4)))
attempt(lambda: iter(5, 1))
attempt(lambda: iter([], 1, 2))


class BadNext:
    def __iter__(self):
        return self


attempt(lambda: next(BadNext()))
attempt(lambda: list(BadNext()))
attempt(lambda: next(iter([]), "default"))
attempt(lambda: next([]))
