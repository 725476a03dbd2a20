"""A memoryview is a window on bytes: it slices without copying and writes through."""


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


data = bytearray(b"abcdefgh")
m = memoryview(data)
print(len(m), m[0], m[-1], m[2:4].tobytes(), bytes(m[::2]), m[::-1].tolist(), m.readonly, m.format, m.itemsize, m.nbytes, m.ndim, m.shape, m.strides)
m[1] = 66
m[2:4] = b"CD"
part = m[4:]
part[0] = 69
print(data, part.tobytes(), part.obj is data, m == data, m[:2] == b"aB", m == "x", memoryview(b"ab") == memoryview(bytearray(b"ab")))
print(memoryview(b"ab").readonly, hash(memoryview(b"ab")) == hash(b"ab"), m.hex(), m.hex(":"), 66 in m, list(reversed(m))[:2], m.contiguous)
r = memoryview(b"abc")


def store(target, index, value):
    target[index] = value


def drop(target, index):
    del target[index]


for bad in (lambda: store(r, 0, 1), lambda: store(m, 0, 256), lambda: store(m, 0, "a"), lambda: store(m, 0, b"a"), lambda: store(m, 99, 1), lambda: store(m, slice(0, 2), b"abc"), lambda: m[99], lambda: m["a"], lambda: m[1.0], lambda: memoryview("x"), lambda: memoryview([1]), lambda: memoryview(), lambda: hash(m), lambda: drop(m, 0), lambda: m + m, lambda: m < m):
    show(bad)
with memoryview(data) as inside:
    print(inside[0])
show(lambda: inside[0])
show(lambda: len(inside))
show(lambda: inside.tobytes())
inside.release()
print(memoryview(b"xyz")[1:].tolist(), bytes(memoryview(b"xyz")[:0]), b"".join([memoryview(b"a"), b"b"]), b"abc".find(memoryview(b"c")), bytes(memoryview(b"abcd").cast("B")))
words = memoryview(bytearray(8)).cast("I")
words[1] = 0x01020304
print(words.tolist(), words.itemsize, len(words), words.nbytes, words.tobytes(), words.format)
print(memoryview(data).toreadonly().readonly, isinstance(m, memoryview), type(m[0]))
