# := in conditions, comprehension, arguments, and the scope of its names.
import re

if (n := len("abcdef")) > 5:
    print("long", n)
print([y for x in range(5) if (y := x * 2) > 3], y)
print([(last := x) for x in "abc"], last)
while (line := [3, 2, 1, 0][n % 4]) and n < 9:
    print(line, n)
    n += 1
print((a := 1, b := 2), a, b, f"{(c := 3)}", f"{c:=5}")


def f(x=(default := 5)):
    total = 0
    values = [total := total + v for v in range(x)]
    return values, total


print(f(), default)
print(any((found := v) % 7 == 0 for v in range(1, 20)), found)


def g():
    global shared
    [shared := i for i in range(3)]


g()
print(shared)


def h():
    count = 0

    def inner():
        nonlocal count
        return [count := count + 1 for _ in range(3)]

    return inner(), count


print(h())
data = {"k": (v := [1, 2]), **{"z": (w := 3)}}
print(data, v, w, (lambda: (q := 7) + q)(), x := 10 if False else 20) if False else print(data, v, w)
if (m := re.match(r"(\d+)", "42abc")) and (number := int(m.group(1))) > 40:
    print(m.group(), number)
print(x if (x := 0) else "falsy", not (z := []), z)
items = [1, 2, 3]
print(items[(i := 1)], items[i := 2], i, {(k := "key"): 1}, k)
assert (t := True), "never"
print(t, (lambda y=(d := 9): y + d)())
for source in ("class A:\n  [x := 1 for _ in y]", "[i := 0 for i in y]", "[[j := 0 for i in y] for j in z]", "[a for b in (c := d)]", "x = y := 1", "def f(x := 1): pass", "del (x := 1)", "lambda: x := 1", "(x := 1) = 2", "(x := 1): int", "with (y := a) as (z := b): pass", "[x for x in y if (x := 1)]"):
    try:
        compile(source, "<case>", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "->", error.msg)
