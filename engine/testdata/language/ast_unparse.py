# ast.unparse: brackets by precedence, quotes that fit, statements in their normal form.
import ast

for line in ("(a + b) * c ** -d", "a - (b - c)", "(a ** b) ** c", "not (a and b or c)", "(a < b) < c", "lambda *a, k=1, **kw: (yield)",
             "(x for x in (y, z) if x if not x)", "{**a, 'b': 1}", "x[1:2, ...]", "f(*a, b=1, **c)", "(1).real", "1.5.real", "-1 ** 2",
             "a if b else (c if d else e)", "(a := 3) + 1", "await_", "'it\\'s' + \"a\\\"b\"", "'\\n\\t\\x00é'", "b'\\xff'", "1e400", "-1j",
             "f'{a!r:>{w}} {{x}} {b[\"k\"]}'", "x = *a, *b", "[*a, (yield)]", "x, = y", "del (a, b), c", "a: int = 3", "(a): int",
             "x @= y", "import a.b as c, d", "from .. import x as y", "assert a, b", "raise A from B", "global g, h", "return"):
    print(ast.unparse(ast.parse(line)))

print(ast.unparse(ast.parse('''
@deco(1)
class C(B, metaclass=M):
    "doc \\\\ 'q'"
    x: int
    async def f(self, a, /, b=1, *, c) -> int:
        """two
        lines"""
        async with a as b, c: pass
        async for (i, j) in k:
            break
        else:
            continue
        try: pass
        except* (A, B) as e: pass
        finally: pass
    def g(self): return [i async for i in x]
match x:
    case [1, *_, {"a": b, **r}] | P(1, k=None) if c:
        pass
    case (1 | 2) as n: pass
    case _: pass
if a: pass
elif b: pass
else: pass
while 1:
    x = y = 2
with (a, b) as c: pass
''')))
