# complex: text, arithmetic, powers, comparison, parsing, formatting.
for value in (1j, -1j, 1 + 2j, complex(1, -2), complex(-0.0, 0.0), complex(0.0, -0.0), complex(1.5, float("inf")), complex(float("nan"), 1), 1e100j, complex("1+2j"), complex(" -3.5j "), complex("(1-1j)"), complex("inf-infj"), complex("2"), complex("j"), complex("-j"), complex(1), complex(2j, 3j), complex(real=1, imag=2), complex()):
    print(repr(value), str(value), end="; ")
print()
for bad in (("1 + 2j",), ("",), ("1+2",), ("a",), ("1j2",), ("1", 2), (1, "2"), (None,), ("1++2j",)):
    try:
        complex(*bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
z = 3 - 4j
print(abs(z), z.real, z.imag, z.conjugate(), z * 2, z / 2, z + 1, 1 - z, z * z, z / (1 + 1j), -z, +z, z ** 2, z ** -1, z ** 0.5, 2 ** z, 0j ** 0, bool(0j), bool(z))
for use in (lambda: z / 0, lambda: 0j ** -1, lambda: z // 2, lambda: z % 2, lambda: z < 1, lambda: int(z), lambda: float(z), lambda: divmod(z, 1), lambda: z > z, lambda: round(z), lambda: 0j ** 1j, lambda: math.sqrt(z)):
    try:
        print(use())
    except (ZeroDivisionError, TypeError, NameError) as error:
        print(type(error).__name__, error)
print(z == 3 - 4j, z == 3, 3 + 0j == 3, 3.0 == 3 + 0j, hash(3 + 0j) == hash(3), hash(1j) == hash(1j), z != "z", {1 + 0j: "one"}[1])
print(f"{z}", f"{z:.2f}", f"{z:>12}", f"{1.5 + 2.25j:.1f}", f"{z:e}", f"{1234.5 + 6j:,}", f"{z:g}", f"{z!r:<10}|", format(1j, "+.1f"))
for spec in ("d", "010", "=10", "%", "x"):
    try:
        print(format(z, spec))
    except ValueError as error:
        print(error)
print((1 + 2j).__complex__(), (1j).__getnewargs__(), 1j.imag, (2 + 3j).real, 1_0j, 1e3j, isinstance(1j, complex), type(1j * 1j), 1j * 1j, 1j ** 2, (1 + 1j) ** 3, pow(1j, 3))
try:
    z.real = 5
except AttributeError as error:
    print(error)
