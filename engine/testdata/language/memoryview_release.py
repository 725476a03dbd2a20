# A bytearray that is exported cannot be resized; release() and the end of views give it back.
data = bytearray(b"abcdef")
m = memoryview(data)


def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


def put(key, value):
    data[key] = value


def remove(key):
    del data[key]


def grow(value):
    global data
    data += value


t(data.append, 1)
t(data.extend, b"xy")
t(data.extend, b"")
t(data.insert, 0, 1)
t(data.pop)
t(data.remove, 97)
t(data.remove, 1)
t(data.clear)
t(data.reverse)
t(put, 0, 65)
t(put, slice(0, 2), b"ZZ")
t(put, slice(0, 2), b"ZZZ")
t(put, slice(0, 0), b"")
t(remove, 0)
t(remove, slice(0, 2))
t(grow, b"more")
print(data)
part = m[1:3]
m.release()
m.release()
t(data.append, 1)
for op in (len, repr, bytes, list, lambda v: v[0], lambda v: v.tobytes(), lambda v: v.nbytes, lambda v: v.cast("B"), lambda v: v == b"", hash):
    try:
        print(op(m))
    except Exception as e:
        print(type(e).__name__, e)
print(bytes(part))
part.release()
data.append(33)
print(data)
with memoryview(data) as view:
    print(view[0])
    t(data.append, 1)
data.append(34)
t(view.__enter__)


def viewed():
    v = memoryview(data)
    return v[0]


viewed()
data.append(35)
del view, part, m
v = memoryview(data)
del v
data.append(36)
print(data)
m = memoryview(b"abc")
t(lambda: m.__setitem__(0, 1))
t(lambda: m.__delitem__(0))
try:
    del m[0]
except TypeError as e:
    print(e)
