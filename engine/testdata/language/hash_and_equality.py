# __hash__: inheritance, None, bad values, agreement with __eq__ in dicts and sets.
class Key:
    def __init__(self, name, code):
        self.name, self.code = name, code

    def __hash__(self):
        return self.code

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f"Key({self.name!r})"


d = {Key("a", 1): 1, Key("b", 1): 2, Key("c", 1 << 70): 3}
print(d[Key("a", 1)], d[Key("b", 1)], Key("a", 2) in d, d)
print(hash(Key("big", 1 << 70)) == hash(1 << 70), hash(Key("m", -1)), hash(-1), hash(True), hash(2**61 - 1), hash(2**61), hash(0.5), hash(1.0), hash(float("inf")))
for value in ([], {}, set(), ([],), slice(1), bytearray()):
    try:
        hash(value)
    except TypeError as error:
        print(error)


class NoHash:
    __hash__ = None


class EqOnly:
    def __eq__(self, other):
        return True


class Restored(EqOnly):
    __hash__ = object.__hash__


class Text:
    def __hash__(self):
        return "text"


for value in (NoHash(), EqOnly(), Text()):
    try:
        hash(value)
    except TypeError as error:
        print(error)
try:
    {NoHash(): 1}
except TypeError as error:
    print(error)
print(isinstance(hash(Restored()), int), len({1, 1.0, True, 1 + 0j}), {1: "int", 1.0: "float", True: "bool"})
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], {nan} == {nan}, float("nan") in [nan], (nan,) == (nan,), {nan: 1}.get(nan))
print(hash((1, 2)) == hash((1, 2)), hash("a") == hash("a"), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(range(3)) == hash(range(0, 3)), hash(None) == hash(None))
print(hash(3.0) == hash(3), hash(1 + 0j) == hash(1), hash(0.1) == hash(0.1), -1 == hash(-2) + 1)
