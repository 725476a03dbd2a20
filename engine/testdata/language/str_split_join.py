# str: split, rsplit, splitlines, join, strip family.
for text in ("a b  c", "  lead trail  ", "", "   ", "a,b,,c,", "one\ttwo\nthree\r\nfour", "\u2003x\u00a0y\u3000z"):
    print(repr(text), text.split(), text.split(","), text.split(None, 1), text.rsplit(None, 1), text.split(" "), text.rsplit(" ", 1))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a".splitlines(keepends=True))
print("-".join(["a", "b"]), "".join(()), ",".join("abc"), "x".join(["only"]), ", ".join(str(i) for i in range(3)), "é".join(["a", "页"]))
print(repr("  x ".strip()), "xxabcxx".strip("x"), "abcabc".strip("abc"), "abcx".lstrip("cba"), "xabc".rstrip("cba"), repr("\u3000 a\n".strip()), "aéa".strip("a"), "  x".lstrip(None))
for call in (lambda: ",".join([1, 2]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: "a".split(5), lambda: "a".strip(5), lambda: "a".split(maxsplit="x"), lambda: ",".join(["a", b"b"])):
    try:
        print(call())
    except TypeError as error:
        print(error)
print("a b c".split(sep=None, maxsplit=1), "a,b,c".split(",", 0), "a,b,c".split(",", -1), "a,b,c".rsplit(",", 1), "aXXbXXc".split("XX"), "   a   b ".split(None, 1), "abc".split("abc"))
