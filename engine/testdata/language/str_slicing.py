"""Indexing and slicing text from either end, with steps, beyond the ends."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


s = "abcdefg"
bounds = (None, -9, -7, -3, 0, 2, 7, 9)
for step in (None, 1, 2, -1, -2, -9, 9):
    print(step, [s[a:b:step] for a in bounds for b in bounds if (a, b) != (None, 9)][::3])
print(s[-1], s[0], s[True], s[::-1], s[6:0:-1], s[:-100:-1], s[100:], s[:-100] == "", s[2:2] == "")
print(s[10**30:], s[-10**30:], s[::10**30], s[::-10**30], s[: -10**30 : -1])


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print(s[Index(2)], s[Index(1):Index(5):Index(2)])
show(lambda: s[7])
show(lambda: s[-8])
show(lambda: s[10**30])
show(lambda: s["a"])
show(lambda: s[1.0])
show(lambda: s[None])
show(lambda: s[1, 2])
show(lambda: s[::0])
show(lambda: s["a":])
show(lambda: s[:1.5])
show(lambda: s[Index("x")])
show(lambda: s[Index("x"):])
print("a😀é"[1], "a😀é"[::-1], len("a😀é"), "ab" * 3, "ab" * 0, "ab" * -1, 2 * "x", "ab" * True)
show(lambda: "ab" * 1.5)
show(lambda: "ab" * "c")
show(lambda: "ab" + 1)
show(lambda: 1 + "ab")
show(lambda: "ab" + b"c")
show(lambda: "ab" + None)


def assign():
    s[0] = "x"


def delete():
    del s[0]


show(assign)
show(delete)
