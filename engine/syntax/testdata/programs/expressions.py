a + b - c * d / e // f % g @ h
a ** b ** c
-a ** -b
(-a) ** b
+~-a
not not a
a << b >> c & d ^ e | f
a < b <= c == d != e > f >= g
a is b is not c in d not in e
not a in b
a and b or c and not d
(a + b) * (c)
(a).b
((a)).b.c(d)(e)[f]
a if b else c if d else e
(a if b else c) if d else e
lambda: 0
lambda x, y=1, /, z=2, *args, k, m=3, **kw: (x, y)
lambda *, k: k
lambda *a: lambda **k: a
lambda x: (yield)
(y := f(x)) + y
f(y := 1, (z := 2))
[y := 1, y ** 2]
{y := 1, 2}
x[y := 1]
x[1:2, ::3, ...]
x[:, 1]
x[a:b:c]
x[::]
x[1:]
x[:1]
x[()]
x[a,]
x[*a]
x[*a, 1:2]
x[lambda: 0]
()
(a,)
(a, b)
a,
a, b,
*a, b
(*a, *b)
[]
[a]
[a, *b,]
{a}
{*a, b}
{}
{a: b}
{a: b, **c, d: e,}
{**a}
{**a, 'b': c or d}
[x for x in y]
[x for x in y if z if w]
[x for x, in y]
[x for x, (y, *z) in w for q in x]
[x for x in a if b or c]
[x for x in (lambda: y) if (lambda: 0)]
{x for x in y}
{x: y for x, y in z}
{x: [y for y in x] for x in z if x}
(x for x in y)
f(x for x in y)
f(x)(y for y in z)
f((x for x in y), 1)
f(*a, b, *c, d=e, **f, g=h)
f(a, b, c=1, *d)
f(**a, b=1)
f(*a or b, **c if d else e)
f(
    a,
    b
)
f(a)(b)(c)
a.b.c.d
a.b().c()[d].e
1 .real
1.5.real
1j.imag
'a'.b
'a' 'b'.c
[1].a
{}.b
None
True
False
...
Ellipsis
_
print
match
case
match + case
match[1]
match(1)
match.a
match, case
x = match
x = yield
x = await_
type
type(x)
(((((a)))))
((a, b), (c))
a if not b else not c
a or b if c and d else e
x = lambda a: a if a else lambda: b
a @ b
a \
    + b
(a
 + b
 # comment
 * c)
a; b; c;
