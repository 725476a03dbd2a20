# match: sequence patterns, stars, what counts as a sequence.
from collections import deque
from collections.abc import Sequence


def kind(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"starts with one, rest {rest}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case (a, b):
            return f"pair {a} {b}"
        case [[x, y], *more]:
            return f"nested {x} {y} {more}"
        case [*everything]:
            return f"all {everything}"
        case _:
            return "no sequence"


class Own(Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        print("len", end=" ")
        return len(self.items)

    def __getitem__(self, i):
        print("item", i, end=" ")
        return self.items[i]


for value in ([], [5], (1, 2, 3), [4, 0, 4], (8, 9), [[1, 2], 3, 4], [7, 8, 9], "ab", b"ab", bytearray(b"x"), {1, 2}, {"a": 1}, range(3), deque([1, 2]), iter([1]), (x for x in "a"), None, memoryview(b"ab")):
    print(type(value).__name__, kind(value))
print(kind(Own(5, 6)))
match Own(1, 2, 3):
    case [a, *_]:
        print(a)
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)
match (1, 2, 3):
    case a, b:
        print("never")
    case a, *b:
        print(a, b)
match [1, 2]:
    case [x, x2] | [x, _, x2]:
        print(x, x2)
