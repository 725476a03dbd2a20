# memoryview: slices, assignment, attributes, formats, release.
data = bytearray(b"abcdefgh")
m = memoryview(data)
print(m[0], m[-1], m[1:3].tobytes(), m[::2].tolist(), len(m), m.nbytes, m.itemsize, m.format, m.shape, m.strides, m.ndim, m.readonly, m.contiguous, m.obj is data)
m[0] = 65
m[1:3] = b"BC"
m[-2:] = memoryview(b"YZ")
print(data, m == data, m == b"x", m.hex(), bytes(m), list(m[:2]), m.tobytes()[:2], memoryview(b"ab") == memoryview(b"ab"), 65 in m)
for action in (lambda: memoryview(b"x").__setitem__(0, 1), lambda: m.__setitem__(0, 256), lambda: m.__setitem__(0, b"x"), lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: m[99], lambda: m["x"], lambda: memoryview("text"), lambda: memoryview(5), lambda: hash(m)):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, BufferError, NotImplementedError) as error:
        print(type(error).__name__, error)
print(hash(memoryview(b"ab")) == hash(b"ab"), memoryview(m)[0], m[2:][0], m[5:2].tolist(), [*memoryview(b"hi")])
m.release()
try:
    m[0]
except ValueError as error:
    print(error)
data.append(33)
with memoryview(data) as view:
    print(view[-1])
try:
    len(view)
except ValueError as error:
    print(error, repr(view)[:30])
print(data, isinstance(memoryview(b""), memoryview), b"".join([memoryview(b"a"), b"b"]), int.from_bytes(memoryview(b"\x01\x00"), "big"))
