# bytearray: mutation, slices, methods of lists, aliasing.
a = bytearray(b"hello")
a[0] = 72
a[1:3] = b"EY"
a.append(33)
a.extend(b"??")
a.extend([1, 2])
a.insert(0, 42)
a += b"+"
print(a, len(a), a.pop(), a.pop(0), a)
a.remove(ord("l"))
a.reverse()
print(a, a.index(b"o"), a.count(b"?"), a.copy() == a, a.copy() is a)
del a[0], a[-1:]
a[::2] = b"XX" + bytes(len(a[::2]) - 2)
print(a, a * 2, a + b"x", b"x" + a, type(b"x" + a).__name__, type(a + b"x").__name__)
for action in (lambda: a.__setitem__(0, 256), lambda: a.__setitem__(0, "x"), lambda: a.__setitem__(99, 1), lambda: a.append("x"), lambda: a.append(-1), lambda: a.extend("x"), lambda: a.remove(200), lambda: bytearray().pop(), lambda: a.__setitem__(slice(0, 4, 2), b"abc"), lambda: hash(a), lambda: a.insert(0, b"x"), lambda: a.__setitem__(slice(0, 1), 5), lambda: a.__setitem__(slice(0, 1), "s")):
    try:
        print(action())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
b = c = bytearray(b"ab")
b += b"c"
b *= 2
print(c, b is c, bytearray(3), bytearray("é", "latin-1"), bytearray([1]), bytearray(b"x") == b"x", repr(bytearray()), c.clear(), c, bytearray.fromhex("ff00"), list(bytearray(b"ab")))
d = bytearray(b"abcdef")
del d[1::2]
d[1:1] = b"--"
print(d, d.decode(), d.upper(), d.find(b"-"), d.split(b"-"), d.translate(None, b"-"), d.startswith(b"a"), d.hex(), sorted(d), max(d), d > b"a", bool(bytearray()))
