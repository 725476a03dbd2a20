"""Translation tables: made by maketrans, or any mapping from code points."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(str.maketrans("abc", "xyz"), str.maketrans("ab", "xy", "cb"), str.maketrans({"a": 1, 98: "two", "c": None}))
print("aabbcc".translate(str.maketrans("abc", "xyz", "b")), "hello".translate({ord("l"): "LL", ord("h"): None, 111: 48}))
print("abc".translate("".maketrans("", "", "abc")) == "", "abc".translate({}), "abc".translate([None] * 97 + ["A", "B"]))


class Rot13(dict):
    def __missing__(self, code):
        if 97 <= code < 123:
            return chr((code - 84) % 26 + 97)
        raise LookupError(code)


print("uryyb jbeyq!".translate(Rot13()))


class Shift:
    def __getitem__(self, code):
        if code == 32:
            raise KeyError(code)
        return code + 1


print("HAL HAL".translate(Shift()))
show(lambda: str.maketrans("ab", "x"))
show(lambda: str.maketrans("ab"))
show(lambda: str.maketrans({"ab": 1}))
show(lambda: str.maketrans({1.5: 1}))
show(lambda: str.maketrans("a", 1))
show(lambda: str.maketrans("a", "b", 1))
show(lambda: str.maketrans(1, "a"))
show(lambda: "a".translate({97: 1.5}))
show(lambda: "a".translate({97: 0x110000}))
show(lambda: "a".translate({97: -1}))
show(lambda: "a".translate(None))
show(lambda: "a".translate({97: b"x"}))
