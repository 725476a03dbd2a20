# match: literals, values, or-patterns, guards, capture, wildcard, scope of names, errors of the compiler.
import enum
import math


class Color(enum.Enum):
    RED = 1
    BLUE = 2


def literal(value):
    match value:
        case 0 | 1 | -1:
            return "small"
        case 3.5 | -2.5:
            return "float"
        case 1 + 2j | -3 - 1j:
            return "complex"
        case "a" "b" | b"ab":
            return "text"
        case None:
            return "none"
        case True:
            return "true"
        case Color.RED:
            return "red"
        case math.pi:
            return "pi"
        case Color():
            return "other colour"
        case (1 | 2) as n, ("x" | "y") as s:
            return (n, s)
        case x if x == 7:
            return "guard seven"
        case _:
            return "default"


for value in (0, 1.0, True, -1, 3.5, 1 + 2j, -3 - 1j, "ab", b"ab", None, Color.RED, Color.BLUE, math.pi, (2, "y"), (2, "z"), 7, 8, False):
    print(repr(value), literal(value))


def leaks(value):
    match value:
        case [a, b, 3]:
            return "matched"
        case _:
            pass
    return sorted(locals().items())


print(leaks([1, 2, 4]))
match = 5
case = [match, "soft keywords"]
print(match, case)
match case:
    case [5, str()]:
        print("both")
match (match, case):
    case (m, [n, *_]):
        print(m, n)
for source in ("case x: pass\n case y: pass", "case x | y: pass", "case [a, a]: pass", "case {'a': 1, 'a': 2}: pass", "case {**r, 'a': 1}: pass", "case a.b.c(): pass", "case -x: pass", "case 1 + 1: pass", "case {a: 1}: pass", "case [*a, *b]: pass", "case A(x=1, x=2): pass", "case f'x': pass", "case _ | 1: pass", "case 1 as _: pass", "case (x | [x]): pass", "case {**_}: pass", "case _(): pass"):
    try:
        compile("match v:\n " + source, "<case>", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "->", error.msg)
