# array.array: what items it takes, its memory seen by others, and slices.
import array
import copy
import io
import pickle
from array import array as A


def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


def put(a, key, value):
    a[key] = value
    return a


for code in array.typecodes:
    a = A(code)
    print(code, a.itemsize, a, end=" ")
    for x in (-1, 2**7, 2**15, 2**31, 2**32, 2**63, 2**64, 1.5, "é"):
        try:
            a.append(x)
        except Exception as e:
            print(type(e).__name__, e, end="; ")
    print(a)
a = A("i", [5, -2, 7, 5])
m = memoryview(a)
print(m.format, m.itemsize, m.tolist(), len(m), m.nbytes, m.obj is a)
m[1] = 1000
t(put, m, 0, 2**31)
t(a.append, 1)
t(a.pop)
t(a.extend, [1])
t(put, a, 0, 1)
t(put, a, slice(0, 1), A("i", [3, 4]))
m.release()
t(put, a, slice(0, 1), A("i", [3, 4]))
t(put, a, slice(0, 1), [1])
t(put, a, slice(0, 1), A("h", [1]))
t(put, a, slice(None, None, 2), A("i", [1]))
del a[::2], a[-1]
print(a, a + a, a * 2, 2 * a, a[::-1], 1000 in a, "x" in a, a == A("d", a), a < A("i", [2000]), a != [1000])
t(lambda: a + [1])
t(lambda: a + A("d"))
t(lambda: a[5])
t(lambda: a["x"])
t(lambda: a[2**70])
t(lambda: hash(a))
t(A, "x")
t(A, "i", "text")
t(A, "ii")
t(A, 5)
t(A, "i", 5)
t(A, "i", [1.5])
t(A, "H", b"abc")
t(A, "H", b"\x01\x00\x02\x00")
t(A, "u", "héé")
t(A("b").fromlist, (1,))
t(A("b", [1]).index, 5)
t(A("b", [1]).remove, 5)
t(A("b").pop)
t(A("b", [1, 2, 1]).count, 1)
b = A("h", [1, 2, 258])
b.byteswap()
print(b, b.tobytes(), bytes(b), b"".join([b]), bytearray(b), b.tolist(), list(reversed(b)), sorted(b))
b.frombytes(b"\xff\xff")
b.insert(-1, 7)
b.reverse()
print(b, copy.copy(b) == b, pickle.loads(pickle.dumps(b)) == b, copy.deepcopy([b])[0] is b)
f = io.BytesIO()
b.tofile(f)
f.seek(0)
c = A("h")
t(c.fromfile, f, 3)
t(c.fromfile, f, 9)
print(c, io.BytesIO(b"abcd").readinto(c), c, int.from_bytes(A("B", [1, 2]), "big"), int(A("B", b"12")))


class Named(A):
    def __new__(cls, name, *args):
        self = super().__new__(cls, "d", *args)
        self.name = name
        return self


n = Named("n", [1, 2])
print(n, n.name, n[0], type(n[:1]), isinstance(n, A), sum(n), max(n), n.typecode)
t(setattr, a, "x", 1)
it = iter(a)
a.append(9)
print(list(it), next(it, "end"))
