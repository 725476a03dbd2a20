# SyntaxErrors of expressions and assignments: message and columns.
def show(source):
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} {e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}")


for source in (
    "x = ", "= 1", "x = = 1", "1 = x", "'a' = x", "None = 1", "True = 1", "x + 1 = 2", "f() = 1", "-x = 1", "(a, 1) = 2", "[a, f()] = 1", "*a = 1", "*a, *b = c", "x = *a", "x = (*a)",
    "a, b += 1", "f() += 1", "(a) += 1", "1 += 1", "x: int: str", "f(): int", "(a, b): int", "[a]: int = 1", "x := 1", "(x.y := 1)", "(x[0] := 1)", "[x := 1 for x in y]", "(1 := 2)", "f(a := 1, b = 2, c := 3)",
    "f(a, b=1, c)", "f(**k, *a)", "f(**k, a)", "f(a=1, a=2)", "f(1=2)", "f(a.b=1)", "f(x for x in y, 1)", "f(1, x for x in y)", "f(a b)", "f(True=1)", "f(a, , b)", "f(*)", "f(**)",
    "[1, 2", "(1, 2", "{1: 2", "[1, 2)", "(1]", "}", ")", "a b", "a = 1 2", "print 'x'", "print x, y", "exec 'x'", "1 +", "a +* b", "a ! b", "a <> b", "not", "a if b", "a if b else", "x..y", "x.1", "1.x", "1__0", "0777", "0x", "0b2", "1e", "1_", "0o8",
    "{1:2, 3}", "{1, 2:3}", "{**a, *b}", "{a: }", "{: a}", "{a: *b}", "[a for b]", "[for a in b]", "[a for 1 in b]", "[a for b in]", "[a, b for a in c]", "{a: b for c in d, e}", "(a for b in c", "[*a for a in b]", "{**a for a in b}",
    "lambda", "lambda x", "lambda x=1, y: x", "lambda *: 1", "x[", "x[]", "x[1:2:3:4]", "a?b", "$x", "x = `a`", "a and", "a < < b", "a = yield = b", "(yield) = 1", "a = b = 1 = c", "__debug__ = 1", "f(__debug__=1)", "x.__debug__ = 1", "def __debug__(): pass",
    "a, = 1, 2 = 3", "(a for a in b) = 1", "[a for a in b] = 1", "{a} = 1", "{} = 1", "a < b = 1", "a if b else c = 1", "lambda: x = 1", "not x = 1", "a or b = 1", "f'{x}' = 1", "... = 1", "await x = 1",
):
    show(source)
