# abs, divmod, pow, sum, bin, hex, oct, chr, ord, hash, id, bool: odd arguments and errors.
print(abs(-5), abs(-2.5), abs(3 - 4j), abs(True), divmod(7, -2), divmod(-7.5, 2), pow(2, 3), pow(2, -1), pow(7, 2, 5), pow(2.5, 2), pow(3, -1, 11), pow(base=2, exp=5, mod=7))
print(sum([1, 2]), sum([0.1] * 3), sum([], 5), sum([[1], [2]], []), sum((i for i in range(5)), start=10), sum([1, 2.5, 3j]), sum([True, True]), sum({1: 2, 3: 4}))
print(bin(-5), hex(255), oct(8), bin(0), hex(-(2**70)), bin(True), chr(97), chr(0x1F600), ord("a"), ord("😀"), ord(b"a"), ascii(chr(0)), bool([]), bool("0"), bool(0.0), bool(None), bool(...), callable(print), isinstance(id(1), int))
print(round(2.5), round(-1.5), round(1234.567, -2), round(7, -1), round(True), round(1e20), round(0.1 + 0.2, 10), round(2.675, 2), round(5, None), round(number=1.5, ndigits=0))
for call in (lambda: abs("x"), lambda: abs(), lambda: divmod(1, 0), lambda: divmod("a", 1), lambda: pow(2, 3, 0), lambda: pow(2.0, 1, 3), lambda: pow("a", 2), lambda: pow(2, -1, 4), lambda: sum(["a"]), lambda: sum("ab", ""), lambda: sum([b"a"], b""), lambda: sum(5), lambda: sum([[1]]), lambda: bin(1.5), lambda: hex("a"), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: round("x"), lambda: round(1.5, "x"), lambda: round(1, 2, 3), lambda: bool(1, 2), lambda: hash([]), lambda: id(), lambda: callable(), lambda: isinstance(1), lambda: len(5), lambda: oct(None), lambda: sum([1], [2]), lambda: abs(None), lambda: chr(10**20), lambda: pow(2), lambda: round(float("nan"))):
    try:
        print(call())
    except (TypeError, ValueError, ZeroDivisionError, OverflowError) as error:
        print(type(error).__name__, error)
