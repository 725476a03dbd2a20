# The bytes of pickles: short forms, memoisation, batches, frames.
import pickle


def show(name, obj, protocols=(2, 4, 5)):
    for p in protocols:
        data = pickle.dumps(obj, p)
        same = pickle.dumps(pickle.loads(data), p) == data
        text = data.hex() if len(data) < 120 else f"{sum(i % 251 * b for i, b in enumerate(data, 1))}"
        print(name, p, len(data), text, same)


shared = [1]
loop = []
loop.append(loop)
knot = ([],)
knot[0].append(knot)
show("singletons", [None, True, False, ..., NotImplemented])
show("ints", [0, 255, 256, 65535, 65536, -1, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, -2**63, 128, -128, -129])
show("long", 2**2100)
show("negative long", -2**2039)
show("floats", [0.0, -0.0, 1.5, 1e300, float("inf")])
show("text", ["", "a", "é", "日本", "\ud800", "x" * 255, "x" * 256])
show("bytes", [b"", b"a", b"a", b"x" * 256], (3, 4, 5))
show("bytearray", [bytearray(), bytearray(b"abc")])
show("tuples", [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)])
show("shared", [shared, shared])
show("loop", loop)
show("knot", knot)
for n in (0, 1, 2, 999, 1000, 1001, 2000):
    show(f"list {n}", list(range(n)), (4,))
    show(f"dict {n}", {i: i for i in range(n)}, (4,))
    show(f"set {n}", set(range(n)), (4,))
show("frozen", frozenset([1, 2]), (2, 4))
show("many strings", ["s%d" % i for i in range(20000)], (2, 4))
show("large payload", ["a" * 70000, "b", b"c" * 65536, "d" * 65535], (4,))
