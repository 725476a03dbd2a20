# Subclasses of float, tuple and list: what results they give, and which overrides count.
def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


class F(float):
    def __str__(self):
        return "F.str"

    def __float__(self):
        return 9.0


f = F(2.5)
print(f, [f], f + 1, type(f + 1), "%s %.1f" % (f, f), f"{f} {f:.2f}", float(f), F.fromhex("0x1p3"), type(F.fromhex("1")), type(round(f, 1)), f.real, type(f.real))


class T(tuple):
    def __getitem__(self, i):
        return "item"

    def __iter__(self):
        return iter("iter")


x = T((1, 2, 3))
print(x, x[0], list(x), x[:2], type(x + ()), (0,) + x, *x, len(x), x == (1, 2, 3), "%s %s %s" % x, sorted(x), x.index(2))
a, b, c, d = x
print(a, b, c, d, T([1]) * 2, type(T([1]) * 1), hash(x) == hash((1, 2, 3)))


class L(list):
    def __getitem__(self, i):
        return "item"

    def __len__(self):
        return 1

    def append(self, x):
        super().append(("app", x))


l = L([1, 2, 3])
l.append(4)
l.extend([5])
l += [6]
print(l, l[0], list(l), len(l), l + [7], type(l + [7]), type(l.copy()), type(l * 2), l.pop(), bool(L()), [*l], l == [1, 2, 3, ("app", 4), 5])
t(lambda: reversed(l))
print(list(reversed(L("ab"))), max(l[:1]), L([3, 1, 2]).sort())
