match x:
    case 1: a
    case -1: a
    case 1.5: a
    case -1j: a
    case 1 + 2j: a
    case -1.5 - 2j: a
    case 'a': a
    case 'a' 'b': a
    case b'a': a
    case None: a
    case True: a
    case False: a
    case a.b: a
    case a.b.c: a
    case a: a
match x:
    case _: a
match x, y:
    case a, b: c
match x,:
    case a,: c
match *x, y:
    case a, *b: c
    case *_, a: b
    case *a,: b
match (x):
    case (a): b
    case (a, b): c
    case (a,): b
    case (): b
    case []: b
    case [a]: b
    case [a,]: b
    case [a, *b, c]: d
    case [(a, b), [c, *_]]: d
    case (*a, b): c
match {}:
    case {}: a
    case {'a': b}: c
    case {'a': 1, 'b': c, **d}: e
    case {1: a, -1: b, 1 + 2j: c, None: d, a.b: e,}: f
    case {**a}: b
    case {**a,}: b
match [x]:
    case A(): a
    case A(b): c
    case A(b, c,): d
    case A(b=c): d
    case A(b, c=d, e=f,): g
    case a.B(c=1): d
    case A(B(c), d=E()): f
match -x:
    case 1 | 2 | 3: a
    case (1 | 2) as b: a
    case 1 | 2 as b: a
    case [1 as a, 2 | 3 as b]: c
    case A(a as b, c=d as e): f
    case {'a': b as c}: d
    case (1, 2) as a, b: c
match x:
    case a if b: c
    case a if b := c: d
    case [a, b] if a > b:
        c
        d
    case _ if (lambda: a): b

    # comment
    case match: case
    case case:
        match case:
            case match: pass
match (yield):
    case a: b
match (a, b):
    case a: b
match match:
    case a: b
match lambda: a:
    case a: b
match a := b:
    case c: d
match = 1
match: int = 2
match.x = 3
match[0] = 4
match(x).y
match (x), y
match * y
match - x
match in x
match is x
match if x else y
match or x
case = 5
case(x)
_ = 6
match not in x
match, x = y
print(match, case)
