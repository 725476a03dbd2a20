"""Stripping takes sets of characters; prefixes and suffixes are taken whole."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(repr("  \t\x0b\x1f\u2003 a b \u3000\x85\n".strip()), repr("\u200b a\u200b".strip()))
print("xyxabcyx".strip("xy"), "xyxabcyx".lstrip("yx"), "xyxabcyx".rstrip("x"), repr("xx".strip("x")), repr("".strip()))
print("[a-z]".strip("[]"), "www.example.com".strip("cmowz."), "été".strip("é"), " a ".strip("") == " a ")
print("arthur: three!".lstrip("arthur: "), "arthur: three!".removeprefix("arthur: "))
print("TestHook".removeprefix("Test"), "BaseTestCase".removeprefix("Test"), "TestTest".removeprefix("Test"))
print("MiscTests".removesuffix("Tests"), "a".removesuffix(""), "a".removeprefix("abc"), repr("ab".removesuffix("ab")))
show(lambda: "abc".strip(1))
show(lambda: "abc".lstrip(b"a"))
show(lambda: "abc".rstrip("a", "b"))
show(lambda: "abc".removeprefix())
show(lambda: "abc".removeprefix(("a", "b")))
show(lambda: "abc".removesuffix(None))
show(lambda: "abc".strip(chars="a"))


class Label(str):
    pass


label = Label("same")
print(type(label.strip()).__name__, type(label.removeprefix("")).__name__, type(label[:]).__name__, type(label + "").__name__)
