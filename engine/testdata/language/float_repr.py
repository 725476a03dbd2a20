# float: shortest repr, constructors, special values, methods.
for value in (0.1, 0.1 + 0.2, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.00012345, 1.0, -0.0, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 2.5, 1/3, 100.0, 1e100, 3.14159, 4.35, 1e-7, 123456.789e3, float("inf"), float("-inf"), float("nan"), 2**53 + 1.0, 0.30000000000000004, 1e308 * 10):
    print(repr(value), str(value), end="; ")
print()
for text in ("1.5", " 2.5\n", "1e3", "1E-3", "inf", "-Infinity", "NaN", "+nan", "1_000.5", ".5", "5.", "0x1p3", "1e400", "-1e-400", "١٫٥" if False else "١", b"2.5"):
    try:
        print(text, float(text), end="; ")
    except ValueError as error:
        print(error)
print()
for bad in ("", "1..5", "1e", "--1", "1 2", "nanx", "_1.0", "1__0.0", "é", None, [], 1j, "1,5", "0x1", b"\xff"):
    try:
        float(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print((0.5).as_integer_ratio(), (-2.75).as_integer_ratio(), (3.0).is_integer(), (3.5).is_integer(), (1.5).hex(), (-0.1).hex(), (0.0).hex(), float("inf").hex(), float.fromhex("0x1.8p+1"), float.fromhex("-0x.8"), float.fromhex("inf"), (5e-324).hex())
for use in (lambda: float("inf").as_integer_ratio(), lambda: float("nan").as_integer_ratio(), lambda: float.fromhex("zz"), lambda: int(float("inf")), lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: float(10**400), lambda: divmod(1.0, 0.0), lambda: float.fromhex("0x1p99999")):
    try:
        print(use())
    except (OverflowError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 1e300 * 1e10, -0.0 == 0.0, 0.0 // -1, -1 % 1e-300, 5 % float("inf"), -5 % float("inf"), -5 // float("inf"))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1.005, 2), round(1234.5678, -2), round(0.5), round(1e300, 2), round(2.5, None), round(5e-324, 400), round(1.25, 1), round(1.35, 1), round(-0.4))
for bad in (float("nan"), float("inf")):
    try:
        round(bad)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print((1.5).real, (1.5).imag, (1.5).conjugate(), float.__getformat__("double"), (-1.5).__abs__(), (1.9).__trunc__(), (1.5).__floor__(), (1.5).__ceil__(), (1.5).__int__(), 1.0 .__bool__(), bool(float("nan")))
