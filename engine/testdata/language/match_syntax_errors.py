# match: what the compiler refuses, and where match and case are ordinary names.
match = {"case": 1}
case = "case"
print(match[case], match ["case"])
match, case = [1], (2)
print(match, case)
print([match for match in range(2)])


def case(match): return match


print(case(5))
match (1):
    case match: print("bound", match)
_ = 7
match 3:
    case _: print(_)
for body in ("case a: pass\n case b: pass", "case _: pass\n case 1: pass", "case a | b: pass", "case a | 1: pass",
             "case 1 | a: pass\n case _: pass", "case [a, a]: pass", "case {'k': 1, 'k': 2}: pass", "case {**a, 'k': 1}: pass",
             "case [*a, *b]: pass", "case {'a': x, **x}: pass", "case f(a, x=a): pass", "case f(x=1, x=2): pass", "case f(x=1, 2): pass",
             "case a as b as c: pass", "case a as _: pass", "case a as b.c: pass", "case 1 + 1: pass", "case -a: pass",
             "case 1j + 1: pass", "case {**_}: pass", "case {a: 1}: pass", "case {a.b: 1}: pass", "case [_, _]: pass",
             "case f'x': pass", "case 'a' 'b': pass", "case (a, b) | [b, a]: pass", "case (a) | [b]: pass", "case (): pass", "case (a,): pass",
             "case *a, b: pass", "case a.b(c): pass", "case a(b)(c): pass", "case -1: pass", "case - 1 + 2j: pass", "case 1: pass\n else: pass",
             "pass", "case x if (y := x): pass", "case", "case 1", "case None | True: pass", "case {'a': 1, **rest, }: pass", "case [*_]: pass"):
    source = "match v:\n " + body + "\n"
    try:
        compile(source, "<m>", "exec")
        print("fine   ", repr(body))
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, "|", repr(body))
