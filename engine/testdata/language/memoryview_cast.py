# memoryview.cast: formats, shapes, what may be cast to what, and comparison of views.


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


data = bytearray(range(16))
m = memoryview(data)
for code in "bBhHiIlLqQnNfdc?":
    v = m.cast(code)
    print(code, v.itemsize, v.shape, v.strides, v[1] if code not in "fd" else v.nbytes)
i = m.cast("I")
i[0] = 0xFFFFFFFF
print(data[:5], i.tolist(), i.nbytes, len(i))
t(lambda: i.cast("H"))
print(i.cast("B").tolist()[:5])
t(lambda: m[:3].cast("I"))
t(lambda: m[::2].cast("B"))
t(lambda: m.cast("<I"))
t(lambda: m.cast("x"))
t(lambda: m.cast("II"))
t(lambda: m.cast(3))
t(lambda: m.cast("B", 4))
t(lambda: m.cast("B", [4, 5]))
t(lambda: m.cast("B", [4, 0]))
t(lambda: m.cast("@I").format)


def store(view, key, value):
    view[key] = value


t(store, i, 0, -1)
t(store, i, 0, 2**32)
t(store, i, 0, 1.5)
t(store, m.cast("d"), 0, "x")
t(store, m.cast("c"), 0, b"Q")
t(store, m.cast("c"), 0, b"QQ")
t(store, m.cast("?"), 1, [1])
t(store, m, 16, 0)
t(store, m, 0, 256)
t(store, m, slice(0, 2), b"abc")
t(store, m, slice(0, 2), i[:1])
t(lambda: i[9])
t(lambda: i["a"])
print(data)
grid = memoryview(b"abcdef").cast("B", [2, 3])
print(grid.ndim, grid.shape, grid.strides, grid.tolist(), grid[1, 2], len(grid), grid.nbytes)
t(lambda: grid[0])
t(lambda: grid[0, 1, 2])
t(lambda: grid[2, 0])
t(lambda: list(grid))
print(grid == memoryview(b"abcdef").cast("B", (2, 3)), grid == b"abcdef", grid.tobytes())
print(m.cast("b") == m, memoryview(b"ab") == b"ab", b"ab" == memoryview(b"ab"), memoryview(b"ab") != b"ac")
t(lambda: m < m)
t(lambda: m >= b"")
t(lambda: m < 3)
d = memoryview(bytes.fromhex("000000000000f83f00000000000000c0")).cast("d")
print(d.format, d.itemsize, d.tolist(), d[0], d.cast("B").nbytes, len(d.obj))
t(lambda: hash(m))
print(hash(memoryview(b"abc")) == hash(b"abc"))
t(lambda: hash(memoryview(b"abcd").cast("I")))
print(m.c_contiguous, m.f_contiguous, m.contiguous, m[::2].contiguous, m.suboffsets, m[::-2].strides)
print(m.hex(" ", 4), memoryview(b"xyz").hex(), m.toreadonly().readonly, m.readonly)
