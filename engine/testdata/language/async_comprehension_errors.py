# What only async functions may contain, as errors of the compiler.
for source in (
    "await x",
    "def f():\n    await x",
    "async with a: pass",
    "async for a in b: pass",
    "def f():\n    async with a: pass",
    "def f():\n    [x async for x in y]",
    "[x async for x in y]",
    "async def f():\n    yield 1\n    return 2",
    "async def f():\n    yield from x",
    "def f():\n    async for a in b: pass",
    "lambda: await x",
    "class A:\n    yield 1",
    "yield 1",
    "x = yield from y",
    "return 5",
    "class A:\n    return 1",
    "async def f():\n    def g():\n        await x",
    "async def f():\n    lambda: await x",
    "def f():\n    (await x for x in y)",
    "async def f():\n    return [await x for x in y]",
    "async def f():\n    x = (i async for i in y)",
    "async x = 5",
    "def f(a=await x): pass",
    "async def f(a=(yield)): pass",
    "[(yield) for x in y]",
    "def f():\n    return [(yield) for x in y]",
    "class A:\n    x = [(yield) for _ in y]",
):
    try:
        compile(source, "<case>", "exec")
        print("fine:", source.replace("\n", "|"))
    except SyntaxError as error:
        print(source.replace("\n", "|"), "->", error.msg, (error.lineno, error.offset, error.end_offset))
