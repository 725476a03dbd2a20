# Comprehensions in coroutines: async for, await in every place, nested, and where they are not allowed.
import asyncio
import inspect


async def count(n, name="c"):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("closed", name)


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def even(x):
    return x % 2 == 0


async def main():
    print([x async for x in count(3)])
    print({x: await double(x) async for x in count(3) if await even(x)})
    print({await double(x) for x in (1, 2, 1)})
    print([(x, y) async for x in count(2, "outer") for y in range(x + 1)])
    print([(x, y) for x in range(2) async for y in count(2, f"inner {x}")])
    print([[y async for y in count(x, f"nested {x}")] for x in range(3)])
    print([await double(x) for x in [await double(1), await double(2)]])
    lazy = (await double(x) for x in range(3))
    print(type(lazy).__name__, inspect.isasyncgen(lazy), lazy.__name__)
    print([x async for x in lazy])
    outer = (x for x in [await double(4)])
    print(type(outer).__name__, list(outer))
    try:
        print([x for x in lazy])
    except TypeError as error:
        print(error)
    try:
        print([x async for x in [1]])
    except TypeError as error:
        print(error)
    try:
        [1 / 0 async for x in count(3, "broken")]
    except ZeroDivisionError as error:
        print("error", error)
    n = 2
    print([await f(n) for f in [lambda v: double(v + n)]], [x async for x in count(n)][-1])
    print(await asyncio.gather(*[double(i) for i in range(3)]))
    print(sum([x async for x in count(4, "sum")]), [x async for x in aiter(count(1, "aiter"))], await anext(count(1, "anext")))
    async for a, *b in ((x, x, x) async for x in count(2, "star")):
        print(a, b)


asyncio.run(main())
for text in ("[x async for x in y]", "def f(): return [x async for x in y]", "def f(): return (x async for x in y)", "async def f(): return [await x for x in y]",
             "async def f():\n def g(): return [await x for x in y]", "async def f(): return lambda: [await z for z in y]", "(await x for x in y)",
             "async def f(): return [[x async for x in y] for z in w]", "async def f(): yield from x", "async def f():\n yield 1\n return 2", "await x",
             "class C:\n [x async for x in y]", "async def f(): return {**{k: v async for k, v in z}}", "def f(): async for x in y: pass", "async with x: pass",
             "async def f():\n class C:\n  [await x for x in y]", "def f(x=await y): pass", "async def f(x=[await y for y in z]): pass"):
    try:
        compile(text, "t", "exec")
        print("fine:", text)
    except SyntaxError as error:
        print(repr(text), error.msg, error.lineno, error.offset)
