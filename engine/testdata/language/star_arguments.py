# * and ** in calls: order of evaluation, merging, and every error.
def f(*args, **kwargs):
    return args, kwargs


def show(value):
    print("eval", value)
    return value


print(f(*[1, 2], 3, *(4,), **{"a": 1}, b=2, **{"c": 3}))
print(f(*"ab", *{"k": 1}, *range(2), **{}))
print(f(show(1), *show([2]), k=show(3), *show([4]), **show({"z": 5})))


class Keys:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


print(f(**Keys()), f(*(i for i in range(2))))


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class BadIter:
    def __iter__(self):
        raise ValueError("no iteration")


class BadKeys:
    def keys(self):
        raise KeyError("no keys")


class NotIterable:
    def __iter__(self):
        return 3


def two(a, b):
    return a, b


g = two
for call in (
    lambda: f(*1), lambda: f(*None), lambda: f(1, *2), lambda: f(**1), lambda: f(**[("a", 1)]), lambda: f(a=1, **2),
    lambda: f(a=1, **{"a": 2}), lambda: f(**{"a": 1}, **{"a": 2}), lambda: f(**{1: 2}), lambda: f(**{"a": 1}, **{2: 2}),
    lambda: f(*BadIter()), lambda: f(**BadKeys()), lambda: f(*NotIterable()), lambda: two(*[1]), lambda: two(*[1, 2, 3]),
    lambda: two(1, **{"a": 2}), lambda: two(1, **{"c": 2}), lambda: two(*(1,), **{"b": 2}), lambda: g(**{"a b": 1}),
    lambda: f(**{"a b": 1, "class": 2}), lambda: print(**{"sep": 1}), lambda: print(**{"nope": 1}),
    lambda: dict(**{"a": 1}, **{"b": 2}), lambda: dict(**{"a": 1}, **{"a": 2}), lambda: max(*[]), lambda: len(*[1, 2]),
    lambda: [*1], lambda: (*None,), lambda: {*5}, lambda: {**[]}, lambda: {**{"a": 1}, "a": 2, **{"b": 0}},
    lambda: two.nope(*1), lambda: C.m(*1), lambda: [].append(*1), lambda: "".join(**1),
):
    attempt(call)


class Order(dict):
    pass


first = {"b": 1, "a": 2}
print(f(z=0, **first, y=3), f(**Order(first)))
args = [1, 2]
kept = f(*args)[0]
args.append(3)
print(kept, f(**first)[1] is first)
