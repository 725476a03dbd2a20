"""Text compares by code points."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


words = ["b", "a", "B", "ab", "", "é", "e\u0301", "z", "😀", "\uffff", "A", "aa", "a\0", "a "]
print([ascii(w) for w in sorted(words)])
print(max(words) == "😀", min(words) == "", "a" < "b" <= "b" > "a", "10" < "9", "Z" < "a", "é" == "e\u0301")
print("a" == 1, "a" != b"a", "a" == b"a", "" == None, "a" in ("a",), "abc" > "abd", "abc" > "ab")
show(lambda: "a" < 1)
show(lambda: "a" >= None)
show(lambda: "a" < b"a")
show(lambda: sorted(["a", 1]))
show(lambda: sorted([1, "a"]))
show(lambda: max("a", 1))
show(lambda: "%s" < ("a",))


class Loud(str):
    def __eq__(self, other):
        print("eq", str(self), str(other))
        return str.__eq__(self, other)

    def __lt__(self, other):
        print("lt", str(self), str(other))
        return str.__lt__(self, other)

    __hash__ = str.__hash__


print("a" == Loud("a"), Loud("a") == "a", "a" < Loud("b"), Loud("a") in ["b", "a"], {"a": 1}[Loud("a")])
print(sorted([Loud("b"), Loud("a"), Loud("c")]))
