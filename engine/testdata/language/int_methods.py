# int: constructors, bases, underscores, methods, attributes, limits of conversion to text.
for args in (("0x1F", 16), ("0x1F", 0), ("0b101", 0), ("0o17", 0), ("z", 36), (" 42 ",), ("1_000",), ("-0",), ("+5",), (b"12",), (bytearray(b"7"),), (3.99,), (-3.99,), (True,), ("٣",), ("１２",), ("007",), ("ff", 16)):
    print(args, int(*args))
for args in (("",), ("1__0",), ("_1",), ("1_",), ("0x",), ("12", 1), ("12", 37), ("2", 2), (12, 10), ("1.5",), ("0b2", 0), ("010", 0), (None,), ("é",), (float("nan"),), (float("inf"),), (b"\xff",), ("12", "10"), ("9" * 5,  -2), ("\x00",), ("- 1",), ([],)):
    try:
        print(args, int(*args))
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(int(), int(x="5") if False else int("5", base=10), (255).bit_length(), (0).bit_length(), (-8).bit_length(), (255).bit_count(), (-7).bit_count(), (2**100).bit_length())
print((10).to_bytes(2, "big"), (10).to_bytes(2, "little"), (-2).to_bytes(2, "big", signed=True), (5).to_bytes(), int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), int.from_bytes([1, 2]))
for call in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(-1, "big"), lambda: (1).to_bytes(1, "middle"), lambda: int.from_bytes([256]), lambda: int.from_bytes(5)):
    try:
        print(call())
    except (OverflowError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print((5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), (7).as_integer_ratio(), (5).__index__(), (-5).__abs__(), True + True, ~True, -True, True.real)
print(7 // -2, 7 % -2, -7 // 2, -7 % 2, divmod(-7, 2), divmod(7, -2), (-7) ** 3, 2 ** -2, (-2) ** 0.5, 0 ** 0, pow(3, -1, 7), pow(2, 10, 1000), pow(-2, 3, 5), pow(2, 5, -7))
for call in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 0 ** -1, lambda: pow(2, -1, 4), lambda: pow(2, 2, 0), lambda: 1 << -1, lambda: 1 >> -1, lambda: 2 ** 10000 / 3, lambda: float(10 ** 400), lambda: divmod(1, 0), lambda: pow(2.0, 2, 3)):
    try:
        print(call())
    except (ZeroDivisionError, ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
print(1 << 70, (1 << 70) >> 68, -1 >> 100, -5 >> 1, 5 & -2, 5 | -8, 5 ^ -1, ~(1 << 65), (10**30) // (10**28), (10**30) % 7, -(10**30) // 7)
print(round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(5), round(12345678901234567890, -5), 10**30 / 10**29, int(1e23), 2**63, -2**63, 2**64 - 1)
