# Comparison methods: reflection, NotImplemented, chains, defaults of == and !=.
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        print("eq", end=" ")
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        print("lt", end=" ")
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented


a, b = Version(1, 2), Version(1, 3)
print(a < b, a > b, a == b, a != b, a == 5, a != 5, 5 == a)
for compare in (lambda: a <= b, lambda: a < 3, lambda: 3 > a, lambda: 1 < "x", lambda: [1] < ["x"], lambda: {} < {}, lambda: 1j < 2, lambda: None < None):
    try:
        print(compare())
    except TypeError as error:
        print("TypeError:", error)
try:
    hash(a)
except TypeError as error:
    print(error, Version.__hash__)


class Odd:
    def __eq__(self, other):
        return []

    def __lt__(self, other):
        return "truthy text"

    __hash__ = object.__hash__


print(Odd() == 1, Odd() != 1, Odd() < 1, not (Odd() == 1), hash(Odd()) is not None)
print(1 < 2 < 3, 1 < 3 > 2, 3 > 2 == 2, 1 == 1.0 == True, (1 < 2) < 3, [1, 2] < [1, 2, 0] < [1, 3])


def noisy(n):
    print("noisy", n, end=" ")
    return n


print(noisy(1) < noisy(0) < noisy(5))
print(noisy(1) < noisy(2) < noisy(5))
print((1, 2) < (1, 2, 3), "a" < "B", b"a" < b"b", {1} < {1, 2}, {1, 2} <= {2, 1}, {1} > {2})


class Contrary:
    def __ne__(self, other):
        return "ne called"


print(Contrary() != 1, Contrary() == 1)


class Parent:
    def __lt__(self, other):
        return "Parent.lt"

    def __gt__(self, other):
        return "Parent.gt"


class Child(Parent):
    def __gt__(self, other):
        return "Child.gt"


print(Parent() < Child(), Parent() < Parent(), Child() < Parent(), 1 < Parent())
