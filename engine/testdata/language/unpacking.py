# Unpacking: assignments, calls, displays, loops, nested targets, order of evaluation, errors.
a, (b, *c), [d, *e] = 1, "xyz", range(3)
print(a, b, c, d, e)
*start, end = {"k": 1, "l": 2}
first, *_, last = "hello"
print(start, end, first, last)
[x, y] = (x, y) = z = iter([1, 2]), 3
print(x is z[0], y, z[1])
x = [0, 1, 2]
i = 0
i, x[i] = 1, "set"
print(i, x)
x[0], x[1], x[2] = x[2], x[0], x[1]
print(x, (lambda *a, **k: (a, k))(*[1], 2, *"ab", k=1, **{"l": 2}, **{}))
print([*range(2), *"ab", *{"k": 1}], {*[1, 2], *(2, 3)}, (*[], *(1,)), {**{"a": 1}, "b": 2, **{"a": 3}})
for i, (j, *k) in enumerate(["ab", "cde"]):
    print(i, j, k)
(a, b), c = [1, 2], 3
((a),) = [5]
[] = ()
() = []
print(a, b, c)


def noisy(name, value):
    print(name, end=" ")
    return value


noisy("object", [0, 0])[noisy("index", 1)], noisy("dict", {})[noisy("key", 0)] = noisy("left", 1), noisy("right", 2)
print()
for source in ("a, b = 1", "a, b = 1, 2, 3", "a, b, *c = 1,", "a, b = 'x'", "a, (b, c) = 1, 2", "(a, b), = [(1, 2, 3)]", "[a, b] = {1}", "a, *b = None", "a, b = iter([1])", "for a, b in [1]: pass", "for a, b in ['abc']: pass", "[0 for a, b in [(1,)]]", "a, b = {}", "f(*1)", "f(**[])", "[*1]", "{**1}", "f(*[], *2)", "f(**{'a': 1}, **{'a': 2})", "f(a=1, **{'a': 2})", "print(*1, **2)"):
    try:
        exec(source, {"f": lambda *a, **k: None})
    except (TypeError, ValueError) as error:
        print(source, "->", type(error).__name__, error)
def gen():
    yield 1
    raise OSError("while unpacking")
try:
    p, q = gen()
except OSError as error:
    print(error)
