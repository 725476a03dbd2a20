# Generator expressions: when things are evaluated, scopes, closing, names.
def noisy(name, value):
    print("evaluate", name)
    return value


g = (noisy("element", x) for x in noisy("first iterable", [1, 2]) for y in noisy("second iterable", "ab") if noisy("condition", True))
print("made")
print(next(g))
print(g.__name__, g.__qualname__, g.gi_code.co_name, type(g).__name__)
n = 10
later = (x + n for x in range(2))
n = 100
print(list(later))
try:
    bad = (x for x in 5)
except TypeError as error:
    print(error)
bad = (y for x in [1] for y in x)
try:
    next(bad)
except TypeError as error:
    print(error)
print(sum(x * x for x in range(4)), max((len(w) for w in ["a", "bbb"]), default=0), sorted((-x for x in range(3)), key=abs))
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f() for f in (lambda: i for i in range(3))], [(lambda i=i: i)() for i in range(3)])
x = "outer"
print([x for x in range(2)], x, {x: x for x in "ab"}, x, [y := x for x in range(3)][-1], y, x)
print([[a * b for b in range(a)] for a in range(4)], [(a, b) for a in range(3) for b in range(a) if a + b > 1])


class C:
    values = [1, 2]
    doubled = [v * 2 for v in values]
    try:
        nested = [v for _ in values for v in values]
    except NameError as error:
        print(error)


print(C.doubled)
def f():
    return [locals() for q in [1]][0], sorted((lambda: locals())())
print({k: v for k, v in f()[0].items() if k != ".0"}, f()[1])
print(list(zip(*[iter(range(6))] * 2)), [*(c for c in "ab"), *range(2)], dict((k, 1) for k in "xy"))
def shadow():
    return [print for print in [1, 2]], print is not None
print(shadow())
