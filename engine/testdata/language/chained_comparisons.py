# Chains of comparisons: each operand once, short circuits, results that are no booleans, mixed operators, and in conditions.
class N:
    def __init__(self, n, answer=None):
        self.n, self.answer = n, answer

    def compare(self, sign, other):
        result = eval(f"{self.n} {sign} {other.n if isinstance(other, N) else other}")
        print(f"  {self.n} {sign} {getattr(other, 'n', other)} is {result}")
        return result if self.answer is None else self.answer

    def __lt__(self, other): return self.compare("<", other)
    def __le__(self, other): return self.compare("<=", other)
    def __gt__(self, other): return self.compare(">", other)
    def __eq__(self, other): return self.compare("==", other)
    def __ne__(self, other): return self.compare("!=", other)
    __hash__ = None

    def __contains__(self, other):
        print(f"  {other} in {self.n}")
        return []

    def __repr__(self):
        return f"N({self.n})"


def v(x, answer=None):
    print("  value", x)
    return N(x, answer)


for text in ("v(1) < v(2) < v(3)", "v(1) < v(0) < v(3)", "v(1) < v(2) > v(1) != v(9)", "v(1) == v(1) == v(2)", "v(1, 'yes') < v(2, 'also') < v(3)", "v(1, '') < v(2) < v(3)",
             "v(1, []) < v(2)", "not v(1, []) < v(2)", "1 < v(2) <= 3", "5 in v(1)", "5 not in v(1)", "1 in v(1) in [False, True]", "v(1) is v(1)", "(x := v(1)) is x is not None", "v(1) < v(2) == True", "(v(1) < v(2)) == True",
             "1 < 2 < 3 < 4 > 0", "3 > 2 == 2", "1 == 1.0 == True", "1 < 2 in [2]", "'a' < 'b' in 'abc' in ['abc']", "None is None is None", "0 < 1 > 0 is not 1 if False else 2", "not 1 < 2 < 1", "1 < 2 and 2 < 1 or 'last'",
             "[] is [] or () == []", "1 in [1] == True", "2 < 3 not in [3]", "-1 < 0 <= ~-1", "1 if v(2) > 1 < v(3) else 2", "[i for i in range(9) if 2 < i < 6 != i + 1]", "1 < 'a'", "1 < 0 < 'a'", "1 == 'a' == 1 < []", "1 in 5", "0 is 1 in 5",
             "lambda: 1 < 2 < 3", "(lambda a: 0 < a < 5)(3)", "float('nan') != float('nan') == 1", "1 < 2, 3 < 2", "{1: 2} == {1: 2} != {}", "a < b" if False else "...is ... == ...", "1 <2>1", "1 <> 2", "1 not 2", "1 is not not 2", "1 in not 2"):
    try:
        result = eval(text)
        print(text, "=", "a function" if callable(result) else result)
    except Exception as error:
        print(text, "->", type(error).__name__, error.msg if isinstance(error, SyntaxError) else error)


class Truth:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        print("  truth of", self.name, "asked")
        return self.truth

    def __repr__(self):
        return self.name


t, f = Truth("t", True), Truth("f", False)
print(t and f and t, f or f or t, not t, (t and f) or t, t if f else f, not (t or f))
while t and f: pass
if t or f: print("if")
assert t and t, "assertion"
print([x for x in (t, f) if x], bool(t and t), all((t, f, t)), any((f, t)))
if v(1, t) < v(2, f) < v(3):
    print("never")
elif not v(1, f) < v(2):
    print("elif")
result = v(1, t) < v(2, f) < v(3)
print(result, 1 if v(1, t) < v(5, t) < v(3) else 2)
