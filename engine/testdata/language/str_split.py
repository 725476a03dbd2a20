"""Splitting text: whitespace against separators, limits from both ends, lines and partitions."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for text in ("", "   ", "a", " a  b c ", "a,,b,", "\u2003a\u00a0b\x1cc"):
    print(text.split(), text.split(","), text.rsplit(None, 1), text.split(None, 1), text.split(" ", 1))
print("a b c d".rsplit(maxsplit=2), "a b c d".split(maxsplit=0), " x y ".split(maxsplit=0), " x y ".rsplit(maxsplit=0))
print("aXXbXXXc".split("XX"), "aXXbXXXc".rsplit("XX"), "aXXbXXXc".rsplit("XX", 1), "abc".split("abc"))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l".splitlines())
print("a\n\nb\n".splitlines(), "a\n\nb\n".splitlines(True), "\n".splitlines(), "".splitlines(), "\r\r\n".splitlines(keepends=True))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="), "==".partition("=="))
show(lambda: "abc".split(""))
show(lambda: "abc".rsplit(""))
show(lambda: "abc".partition(""))
show(lambda: "abc".rpartition(""))
show(lambda: "abc".split(1))
show(lambda: "abc".split(None, None))
show(lambda: "abc".split(",", maxsplit=1.0))
show(lambda: "abc".partition(None))
show(lambda: "abc".split(sep=",", max=1))
