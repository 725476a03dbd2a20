# In which order the parts of an expression, an assignment and a call are evaluated.
def e(value, result=None):
    print(value, end=" ")
    return value if result is None else result


def line():
    print()


a = b = e("value")
line()
store = {}
store[e("k1")] = store[e("k2")] = e("v")
line()
print(store)
e("f", lambda *a, **k: None)(e("x"), *[e("y")], n=e("z"), **{e("q"): e("w")})
line()
{e("key"): e("val"), e("key2"): e("val2")}
line()
{e(k): e(v) for k, v in ["ab", "cd"]}
line()
[e(1), e(2)][e(0, 0)]
line()
e(1) if e(0, False) or e("c") else e(2)
line()
print(e(1) < e(2) < e(0) < e("never", 9))
print(e("") or e(0) or e("last"), e("t") and e("") and e("no"))
x, store[e("t1")], y = e("r1"), e("r2"), e("r3")
line()
e("base", [0, 1, 2])[e(0):e(2):e(1)] = e("src", [7, 8])
line()
f"{e('f1')}{e('f2'):{e('>5')}}"
line()
e("obj", type("T", (), {})()).attr = e("attr value")
line()
print(e(2) ** e(3) ** e(1), -e(2) ** e(2))
del e("container", {1: 2})[e(1)]
line()
assert e("condition"), e("message")
line()
(lambda p=e("default"): e("body"))()
line()


def g():
    got = yield e("yielded")
    print("got", got, end=" ")
    return e("returned")


it = g()
next(it)
try:
    it.send(e("sent"))
except StopIteration as stop:
    print(stop.value)
i = 1
i, store[i] = 5, "index"
print(store)
n = 3
n = n = n + (n := n * 10) + n
print(n)
print(e(1) in [e(2), e(1)], e(3) not in (e(3),), not e(0), e(1) is e(1))
class K(e("base class", object), metaclass=e("meta", type)):
    e("class body")
line()
