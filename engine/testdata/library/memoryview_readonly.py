"""Views that may not be written, and what a view says of its memory."""
data = bytearray(b"abcdef")
m = memoryview(data)
r = m.toreadonly()
print(m.readonly, r.readonly, r[1:3].readonly, memoryview(r).readonly, memoryview(b"x").readonly)
m[0] = 65
print(r.tobytes(), r == m, r.obj is data)
for f in (lambda: r.__setitem__(0, 1), lambda: r.__setitem__(slice(0, 2), b"zz"), lambda: hash(m)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for v in (m, m[::2], m[::-1], m[2:2], m[1:2:3]):
    print(v.contiguous, v.c_contiguous, v.f_contiguous, v.suboffsets, v.strides, v.shape, v.nbytes, v.tolist())
with memoryview(b"abc") as v:
    print(hash(v) == hash(b"abc"), v.toreadonly() == v)
try:
    v.toreadonly()
except ValueError as e:
    print(e)
m.release()
r.release()
try:
    r[0]
except ValueError as e:
    print(e)
