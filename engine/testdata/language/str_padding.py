# str: center, ljust, rjust, zfill, expandtabs, multiplication, with other fill characters.
for text in ("", "a", "ab", "abc", "-5", "+5", "页"):
    print(repr(text), *(repr(v) for v in (text.center(4), text.center(5, "*"), text.ljust(4, "."), text.rjust(4, "é"), text.zfill(4), text.center(1))))
print(repr("a\tb".expandtabs()), repr("a\tb\tc".expandtabs(4)), repr("ab\n\tc".expandtabs(4)), repr("\t".expandtabs(0)), repr("a\tb".expandtabs(1)), repr("abcd\tx".expandtabs(4)))
for call in (lambda: "a".center(5, "ab"), lambda: "a".ljust(5, ""), lambda: "a".center("5"), lambda: "a".zfill(2.0), lambda: "a".rjust(5, 5), lambda: "a" * 1.5, lambda: "a" * (10**20), lambda: "a".expandtabs("x")):
    try:
        print(call())
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "ab" * True, repr("--5".zfill(6)), "+".zfill(3), "".zfill(2), "x".center(4, "é") + "|", "abc".center(6, "-"), "abc".center(7, "-"), "abcd".center(7, "-"))
