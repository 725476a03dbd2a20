def f(): pass
def f(a): return
def f(a, b=1): return a
def f(a, /): return a, b
def f(a, b, /, c, d=1, *, e, f=2, **g): return *a, b
def f(a=1, /, b=2): pass
def f(*a): pass
def f(*a, b): pass
def f(*, a, b=1): pass
def f(**a): pass
def f(a, *b, c=1, **d): pass
def f(a: int, b: str = 'x', /, *c: float, d: int = 1, **e: list) -> None:
    pass
def f(*args: *Ts): pass
def f(a: (b, c)) -> (d, e): pass
def f(a: lambda: 0 = lambda: 1): pass
def f(
    a,
    b,
):
    """doc"""
    x: int = 1
    def g():
        nonlocal x
        return x
    return g
def f():
    yield
    yield a
    yield a, b
    yield *a, b
    yield from a
    x = yield
    x = yield a
    x = yield from a
    x += yield a
    x = y = yield
    (yield)
    f((yield), (yield a))
    return (yield)
def f():
    if a:
        return 1
    elif b:
        return 2
    return 3
async def f():
    await a
    await a.b(c)[d]
    await a ** 2
    -await a
    x = await a + await b
    async for a in b:
        c
    else:
        d
    async for a, b in c: d
    async with a as b, c:
        d
    async with (a as b, c as d): e
    async with (a, b): c
    [x async for x in y]
    [x async for x in y if await z for w in x]
    {x: y async for x, y in z}
    (x async for x in y)
    return await a
@a
async def f(): pass
@a
def f(): pass
@a.b
@a()
# comment
@b

def f():

    pass
lambda: (yield a)
def f(): a; b; return c
def f(match, case, _, type): pass
def match(case): case
def 函数(参数): return 参数
