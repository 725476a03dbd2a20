"""Searching text: windows, empty needles, overlaps, and replacing."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


text = "spam spam eggs"
print(text.find("spam"), text.find("spam", 1), text.rfind("spam"), text.rfind("spam", 0, 8), text.find("x"), text.find("spam", -9))
print(text.index("eggs"), text.rindex("p"), text.count("spam"), text.count("spam", 1), text.count("m s"), text.count("p", -10, -5))
print("aaaa".count("aa"), "abc".count(""), "".count(""), "abc".count("", 3), "abc".count("", 4), "abc".count("", 1, 2))
print("abc".find(""), "abc".find("", 3), "abc".find("", 4), "abc".rfind(""), "abc".rfind("", 1, 2), "".find(""), "abc".find("", 2, 1))
print("abc".find("c", None, None), "abc".find("c", -100, 100), "naïve😀x".find("x"), "😀😀".rfind("😀"))
print("abab".replace("ab", "x"), "abab".replace("ab", "x", 1), "abab".replace("ab", "x", 0), "abab".replace("ab", "x", -1))
print("abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "-"), "".replace("", "-", 0), "aaa".replace("aa", "b"))
print("abc".startswith(""), "abc".startswith("", 4), "abc".startswith("b", 1), "abc".startswith(("x", "a")), "abc".startswith(()), "abc".endswith("bc", -2), "abc".endswith("c", 0, -1))
show(lambda: "abc".index("z"))
show(lambda: "abc".rindex("a", 1))
show(lambda: "abc".find(1))
show(lambda: "abc".find())
show(lambda: "abc".count(None))
show(lambda: "abc".find("a", "b"))
show(lambda: "abc".find("a", 1.0))
show(lambda: "abc".startswith(["a"]))
show(lambda: "abc".endswith(("z", 1)))
show(lambda: "abc".replace("a"))
show(lambda: "abc".replace("a", 1))
show(lambda: "abc".replace("a", "b", count=1))
show(lambda: "abc".replace("a", "b", 1.5))
print("b" in "abc", "" in "", "ca" not in "abc")
show(lambda: 1 in "abc")
