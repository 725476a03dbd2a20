# Complex numbers: signs of zero, repr, powers, comparison, division, formatting.
def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


inf, nan = float("inf"), float("nan")
for z in (0j, -0j, complex(0, -0.0), complex(-0.0, 0), complex(-0.0, -0.0), 1 + 0j, complex(nan, inf), complex(inf, -nan), complex(-inf, 1e20), 1e300j, complex(1e-5, 1e16), -1j, 2 - 1j, complex(0.1, -0.25)):
    print(z, repr(z), str(-z), z.conjugate(), bool(z), hash(z) == hash(z))
print(hash(3 + 0j) == hash(3), hash(0.5 + 0j) == hash(0.5), 3 + 0j == 3, {3: 1}[3 + 0j], 1j == 1j, 1j != "a", complex(nan, 0) == complex(nan, 0))
t(lambda: 1j < 2j)
t(lambda: 1j // 2)
t(lambda: 1j % 2)
t(lambda: divmod(1j, 2))
t(lambda: int(1j))
t(lambda: float(1j))
t(lambda: round(1j))
t(lambda: 1j / 0)
t(lambda: (1 + 1j) / (0j))
t(lambda: 0j ** -1)
t(lambda: 0j ** 1j)
t(lambda: 0j ** 0)
t(lambda: (1 + 1j) ** 2)
t(lambda: (1 + 2j) ** 3)
t(lambda: (1 + 2j) ** -2)
t(lambda: 1j ** 2)
t(lambda: 2 ** 1j)
t(lambda: (1 + 1j) ** 0.5)
t(lambda: (1 + 2j) ** (2 + 0j))
t(lambda: (1e200 + 1e200j) ** 3)
t(lambda: pow(1j, 2, 3))
t(lambda: abs(3 + 4j))
t(lambda: abs(complex(inf, nan)))
t(lambda: abs(1e308 + 1e308j))
t(lambda: (1 + 2j) * (3 - 1j) / (3 - 1j))
t(lambda: 1 / (1e-320 + 1j))
t(lambda: (1 + 2j) / (1e300 + 1e300j))
t(lambda: (inf + 1j) * 2)
t(lambda: 5 - 1j)
t(lambda: 5 - (0 + 1j) + 0.0)
t(lambda: True + 1j)
t(lambda: (1 + 2j).real.hex() + str((1 + 2j).imag))
t(lambda: sum([1, 2.5, 1j]))
t(lambda: 1j + "a")
t(lambda: 1j.__add__(2))
t(lambda: 1j.__add__("x"))
t(lambda: 1j.__complex__())
t(lambda: complex.__rsub__(1j, 3))
for spec in ("", ".2f", "10.1f", "<12.2f", "+.1e", ",.2f", "g", "G", "=10", "010.2f", "d", "x", "%", "_.1f", "^30", "s", "n", "#.3g", " .1f"):
    print(repr(spec), end=" ")
    t(lambda: format(1234.5 - 0.25j, spec))
print("%s %r" % (1j, 2 + 0j), f"{3 - 4j!r:>10}|{1e50j:.3}")
t(lambda: "%f" % 1j)
t(lambda: "%d" % 1j)
t(lambda: setattr(1j, "real", 2))


class Z(complex):
    def __repr__(self):
        return "Z!"

    def __complex__(self):
        return 9j


z = Z(1, 2)
print(z, str(z), z + 1, type(z + 1), complex(z), [z], z.real, f"{z}", Z("3j").imag)


class C:
    def __complex__(self):
        return 1 + 1j


class F:
    def __float__(self):
        return 2.5


class X:
    def __index__(self):
        return 4


t(complex, C())
t(complex, F(), X())
t(complex, C(), 1)
t(complex, 1, C())
