# int.to_bytes, int.from_bytes, bit_length, bit_count, and bit operations on negative and huge ints.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


t((1024).to_bytes, 2, "big")
t((1024).to_bytes, 4, "little")
t((255).to_bytes)
t((256).to_bytes)
t((-1).to_bytes, 2, "big")
t((-1).to_bytes, 2, "big", signed=True)
t((-129).to_bytes, 1, "big", signed=True)
t((128).to_bytes, 1, "big", signed=True)
t((0).to_bytes, 0, "big")
t((1).to_bytes, 0, "big")
t((1).to_bytes, -1, "big")
t((1).to_bytes, 1, "middle")
t((1).to_bytes, 1, 5)
t((1).to_bytes, "1", "big")
t((1).to_bytes, length=3, byteorder="little")
t((1).to_bytes, 1, "big", True)
t((2**64).to_bytes, 9, "big")
t((-2**64).to_bytes, 9, "little", signed=True)
t((True).to_bytes, 2, "big")
t(int.from_bytes, b"\x04\x00", "big")
t(int.from_bytes, b"\x04\x00")
t(int.from_bytes, b"\xff\xff", "little", signed=True)
t(int.from_bytes, b"", "big")
t(int.from_bytes, [255, 0, 0], byteorder="big")
t(int.from_bytes, (x for x in (1, 2)), "big")
t(int.from_bytes, [256], "big")
t(int.from_bytes, ["a"], "big")
t(int.from_bytes, "a", "big")
t(int.from_bytes, 5, "big")
t(int.from_bytes, bytearray(b"\x80" + bytes(10)), "big", signed=True)
t(int.from_bytes, memoryview(b"\x01\x02"), "little")
t(int.from_bytes, b"a", "up")
t(int.from_bytes, b"a", "big", True)
t(int.from_bytes, b"a", "big", signed="yes")
t(bool.from_bytes, b"\x00\x02", "big")
big = 1 << 100
for n in (0, 1, -1, 255, -256, big, -big, big - 1, True):
    print(n.bit_length(), n.bit_count(), ~n, n & 0xFF, n | 1, n ^ -1, n >> 3, n >> 200, n << 2)
print(-big & (big - 1), -big | 1, -big ^ big, (-big - 1) & -2, -1 >> 1000, -5 >> 1, -(2**70) >> 69, 5 & -big, -5 | big, -5 ^ -big)
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 0 << 10**30, lambda: 1 >> 10**30, lambda: -1 >> 10**30, lambda: 1 << 10**30, lambda: 1 & 1.0, lambda: ~1.5,
          lambda: 1 << 1.0, lambda: 2 ** -1, lambda: 0 ** -1, lambda: 0 ** 0, lambda: (-8) ** (1 / 3), lambda: (-2) ** -3, lambda: 10 ** -400, lambda: 2.0 ** 10000,
          lambda: pow(3, -1, 7), lambda: pow(2, -1, 4), lambda: pow(2, 5, 0), lambda: pow(2, 5, -7), lambda: pow(2, 5, 1), lambda: pow(2.0, 3, 5), lambda: pow(2, 3.0, 5),
          lambda: pow(-3, -2, 10), lambda: pow(big, big, 97), lambda: pow(0, 0, 1), lambda: pow(2, 3, None), lambda: pow("a", 2), lambda: pow(2, 3, "m"), lambda: pow(2, exp=4, mod=5), lambda: pow(base=2, exp=3)):
    t(f)
for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (big, -3), (-big, big + 1), (0, -5), (6, -3)):
    print(a // b, a % b, divmod(a, b), a - b * (a // b) == a % b)
t(lambda: 1 // 0)
t(lambda: 1 % 0)
t(lambda: divmod(1, 0))
t(lambda: 1 / 0)
t(lambda: big / 0)
t(lambda: 10**400 / 3)
t(lambda: 10**400 / 10**399)
t(lambda: (5).as_integer_ratio() + (-5).conjugate().as_integer_ratio() + (3).__ceil__().as_integer_ratio())
print(int.__round__(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(5, -1), round(15, -1), round(5, -5), round(big, -20), round(7, 3))
