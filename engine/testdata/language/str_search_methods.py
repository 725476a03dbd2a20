# str: find, index, count, replace, startswith with tuples and ranges, partition, translate.
s = "hello world hello"
print(s.find("hello"), s.find("hello", 1), s.find("hello", -5), s.find("x"), s.rfind("hello"), s.find(""), s.find("", 99), s.find("", 17), s.rfind(""), s.index("o"), s.rindex("o"))
print(s.count("l"), s.count(""), s.count("l", 4, 10), "aaaa".count("aa"), s.replace("l", "L", 2), s.replace("", "-", 3), s.replace("hello", ""), "aaa".replace("aa", "b"), "abc".replace("", "x"))
print(s.startswith(("x", "he")), s.startswith("world", 6), s.endswith("hello", 0, 5), s.endswith(()), s.startswith(""), s.startswith("", 99), s.endswith(("o", "x"), -1))
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"), "abc".rpartition("-"), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removesuffix(""))
print("abc".translate({97: "A", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, "b": "two"}), "a😀".translate({0x1F600: "smile"}))
for call in (lambda: s.index("zz"), lambda: s.rindex("zz"), lambda: s.find(5), lambda: "a" in 5, lambda: 5 in "a", lambda: s.split(""), lambda: s.partition(""), lambda: s.startswith(5), lambda: s.startswith(("a", 5)), lambda: s.replace("a"), lambda: str.maketrans("ab", "x"), lambda: str.maketrans(5), lambda: s.count(), lambda: "abc".translate(5), lambda: str.maketrans({"ab": 1})):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
