# % on bytes: what each conversion takes, and the texts of the errors; bytes and bytearray methods' odd arguments.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


class B:
    def __bytes__(self):
        return b"<B>"


class F:
    def __float__(self):
        return 1.5


for fmt, arg in ((b"%b", b"x"), (b"%b", B()), (b"%s", bytearray(b"y")), (b"%s", "text"), (b"%b", 5), (b"%b", memoryview(b"mv")), (b"%r", "é"), (b"%a", b"q"), (b"%d", 5), (b"%d", 5.9), (b"%d", "5"), (b"%d", True), (b"%x", 255), (b"%#X", 255), (b"%o", -8),
                 (b"%x", 1.5), (b"%c", 65), (b"%c", b"Z"), (b"%c", b"ZZ"), (b"%c", 256), (b"%c", "a"), (b"%f", 1), (b"%.2e", 12345.678), (b"%g", F()), (b"%5d|", 3), (b"%-5d|", 3), (b"%05d", -3), (b"%+d", 3), (b"% d", 3), (b"%.3d", 5), (b"%z", 1), (b"%", 1), (b"%%", ()), (b"%s %s", (1,)),
                 (b"%s", (1, 2)), (b"%(a)s", {b"a": b"v"}), (b"%(a)s", {"a": b"v"}), (b"%(a)d", 5), (b"%*d", (5, 3)), (b"%*d", ("x", 3)), (b"%.*f", (2, 3.14159)), (b"abc", 5), (b"abc", {}), (b"abc", [1]), (b"%10b|%-4s", (b"r", b"l")), (b"%.2s", b"abcdef"), (b"%i %u", (1, 2)), (b"%ld", 7), (b"%5%", ()), (b"%s", None), (b"%(", {})):
    print(fmt, end=" ")
    t(lambda: fmt % arg)
t(lambda: bytearray(b"%d!") % 7)
t(lambda: b"%s" % b"a" + b"b" * 2)
for name, args in (("find", ("a",)), ("find", (256,)), ("find", (97,)), ("count", (b"",)), ("replace", (b"a",)), ("replace", (b"", b"-")), ("replace", (b"a", b"b", -1)), ("split", (None, 1)), ("split", (b"",)), ("split", (32,)), ("join", ([b"x", 1],)), ("join", ([b"x", bytearray(b"y")],)), ("join", (5,)), ("join", ("ab",)),
                   ("startswith", ((b"x", b"a"),)), ("startswith", ("a",)), ("startswith", ([b"a"],)), ("endswith", (b"c", 5)), ("strip", (b"ca",)), ("strip", ("a",)), ("translate", (None,)), ("translate", (b"x",)), ("translate", (bytes(range(256)), b"a")), ("translate", (None, b"b")), ("center", (9, b"*")), ("center", (9, "*")), ("center", (9, b"**")), ("ljust", (2,)),
                   ("zfill", (8,)), ("hex", (":",)), ("hex", ("::",)), ("hex", (":", 0)), ("hex", ("é",)), ("hex", (b"-", -2)), ("hex", (1,)), ("index", (b"q",)), ("rindex", (b"a", 1)), ("partition", (b"b",)), ("partition", (b"",)), ("rpartition", ("b",)), ("splitlines", (True,)), ("expandtabs", (2,)), ("removeprefix", (b"ab",)), ("removesuffix", ("c",)), ("decode", ("ascii", "strict", 1)), ("title", ()), ("isalnum", ()), ("capitalize", ())):
    print(name, args if args != (bytes(range(256)), b"a") else "table", end=" ")
    t(getattr(b"abcabc\n ", name), *args)
for arg in ("41 42", "4142\n", "4", "4 1", "zz", b"41", "", "é", "414"):
    t(bytes.fromhex, arg)
for arg in ((3,), (-1,), (b"x", 1), ("x",), ("é", "ascii"), ([1, 256],), ([1, "a"],), (2.5,), (object(),), (B(),), (range(3),), ((x for x in b"ab"),), (None,), (10**20,), ({1: 2},), ("x", "utf-8", "strict", 1)):
    t(bytes, *arg)
    t(bytearray, *arg) if type(arg[0]) is not B else None
t(bytes.maketrans, b"ab", b"c")
t(lambda: b"abc"[1.0])
t(lambda: b"abc" + "d")
t(lambda: b"abc" < "d")
t(lambda: "a" in b"abc")
t(lambda: 300 in b"abc")
t(lambda: b"a" == "a")
