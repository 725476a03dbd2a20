# PEP 479: StopIteration inside generators, coroutines and async generators; GeneratorExit rules.
import asyncio

def leaks():
    yield 1
    next(iter([]))
    yield 2

def raises():
    yield 1
    raise StopIteration("raised")

def catches():
    try:
        next(iter([]))
    except StopIteration:
        yield "caught"

for function in (leaks, raises, catches):
    try:
        print(list(function()))
    except RuntimeError as error:
        print(error, repr(error.__cause__), error.__cause__ is error.__context__)
print([x for x in catches()])
try:
    list(next(iter([])) for _ in range(2))
except RuntimeError as error:
    print(error)
print(list(map(lambda x: next(iter([])), [1, 2])))

async def coroutine():
    raise StopIteration("in coroutine")

async def agen(kind):
    yield 1
    raise kind("in agen")

async def main():
    try:
        await coroutine()
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    for kind in (StopIteration, StopAsyncIteration):
        try:
            async for _ in agen(kind):
                pass
        except RuntimeError as error:
            print(error, repr(error.__cause__))

asyncio.run(main())

def yields_in_exit():
    try:
        yield 1
    except GeneratorExit:
        yield 2

def swallows_exit():
    try:
        yield 1
    except GeneratorExit:
        return

def raises_in_exit():
    try:
        yield 1
    except GeneratorExit:
        raise KeyError("other")

for function in (yields_in_exit, swallows_exit, raises_in_exit):
    g = function()
    next(g)
    try:
        print(g.close())
    except (RuntimeError, KeyError) as error:
        print(repr(error))
