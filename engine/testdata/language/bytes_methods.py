# bytes and bytearray: constructors, methods, indexing, joining, hex, errors.
b = b"Hello, World"
print(b[0], b[-1:], b[1:4], b[::-1], list(b[:3]), b.upper(), b.lower(), b.title(), b.swapcase(), b.capitalize(), b.find(b"o"), b.find(111), b.rfind(b"o"), b.count(b"l"), b.index(b"W"), 72 in b, b"ell" in b)
print(b.split(b", "), b.replace(b"l", b"LL"), b.partition(b","), b.rpartition(b"x"), b.startswith((b"x", b"He")), b.strip(b"Hd"), b" x ".strip(), b.center(16, b"*"), b"5".zfill(3), b"a\tb".expandtabs(4), b"a\nb".splitlines(), b",".join([b"a", bytearray(b"b")]))
print(b.hex(), b.hex(" "), b.hex("-", 2), b.hex(":", -3), bytes.fromhex("48 65 6c"), bytes.fromhex(""), b"\x00\x7f\x80".isascii(), b"abc".isalpha(), b"12".isdigit(), b"aB".islower(), b" ".isspace(), b"Ab Cd".istitle(), b"a1".isalnum())
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes(), bytes(bytearray(b"y")), b"a" + b"b", b"ab" * 2, b"a" < b"b", b"a" == "a", b"a" == bytearray(b"a"), hash(b"a") == hash(bytes([97])), b"abc".translate(bytes(range(256)), b"b"), bytes.maketrans(b"a", b"z")[97])
for call in (lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(-1), lambda: bytes("x"), lambda: bytes(["a"]), lambda: bytes(1.5), lambda: bytes("x", "utf-8", "strict", 1), lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"a".join(["b"]), lambda: b"a" in "abc", lambda: "a" in b"abc", lambda: 256 in b"a", lambda: b[99], lambda: b["x"], lambda: bytes.fromhex("4"), lambda: bytes.fromhex("zz"), lambda: b.find("o"), lambda: b.index(b"zz"), lambda: b.replace("l", b"x"), lambda: b"%d" % "x", lambda: b.hex("--"), lambda: bytes(10**20)):
    try:
        print(call())
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)
