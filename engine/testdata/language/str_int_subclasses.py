# Subclasses of str and int: what results they give, and which overrides count.
def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


class S(str):
    def __str__(self):
        return "S.str"

    def __repr__(self):
        return "S.repr"

    def __format__(self, spec):
        return f"S.format({spec})"

    def __len__(self):
        return 99

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 7


s = S("abc")
print(str(s), repr(s), f"{s}", f"{s!s}", f"{s!r}", "%s %r" % (s, s), "{} {!r}".format(s, s), s)
print(len(s), s.upper(), type(s.upper()), type(s + ""), type(s[:]), type(s * 1), type(str(s)), "".join([s, s]), type("".join([s])))
print(s == "zzz", "zzz" == s, {s: 1}, s in ["q"], hash(s), "abc" in {s})
print(type(s.strip()), type(s.replace("q", "r")), type(S("x").__str__()), s.startswith(s), type(s.encode()))


class I(int):
    def __repr__(self):
        return "I!"

    def __add__(self, other):
        return "added"

    def __index__(self):
        return 1

    def __bool__(self):
        return False

    def __int__(self):
        return 100


i = I(5)
print(i, str(i), "%d %s %i %x" % (i, i, i, i), f"{i} {i:d} {i:03}", i + 1, 1 + i, i - 1, type(i - 1), type(-i), type(+i), type(abs(i)))
print(int(i), float(i), bool(i), [10, 20, 30, 40, 50, 60][i], range(i), type(I(3) | I(4)), hex(i), i.bit_length(), [0] * i)
print(sum([i, i]), sum([I(1)]), max(i, 4), I("12") * 2, I.from_bytes(b"\1\2", "big"), type(I.from_bytes(b"a", "big")))
