# Asynchronous generators: asend, athrow, aclose, their ends and finalisation, and the hooks.
import asyncio
import sys


async def numbers(name="g"):
    try:
        for n in range(5):
            try:
                got = yield n
                if got:
                    print("  got", got)
            except ValueError as error:
                print("  caught", error)
                yield "recovered"
    finally:
        print("  finally", name)
        await asyncio.sleep(0)
        print("  cleaned up", name)


async def attempt(text, awaitable):
    try:
        print(text, "->", await awaitable)
    except BaseException as error:
        print(text, "->", type(error).__name__, error)


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def stops(kind):
    yield 1
    raise kind("inside")


async def main():
    g = numbers()
    await attempt("asend too early", g.asend("x"))
    await attempt("first", anext(g))
    await attempt("asend", g.asend("hello"))
    await attempt("athrow", g.athrow(ValueError("v")))
    await attempt("next", anext(g))
    await attempt("athrow unhandled", g.athrow(KeyError("k")))
    await attempt("after the end", anext(g))
    await attempt("default", anext(g, "default"))
    await attempt("aclose after the end", g.aclose())
    await attempt("athrow after the end", g.athrow(ValueError))
    g = numbers("closed")
    await anext(g)
    await attempt("aclose", g.aclose())
    await attempt("aclose again", g.aclose())
    g = numbers("never started")
    await attempt("aclose unstarted", g.aclose())
    await attempt("next", anext(g))
    g = numbers("thrown into")
    await attempt("athrow unstarted", g.athrow(ValueError("u")))
    g = ignores()
    await anext(g)
    await attempt("ignores", g.aclose())
    for kind in (StopAsyncIteration, StopIteration):
        g = stops(kind)
        await anext(g)
        await attempt(kind.__name__, anext(g))
    g = numbers("used twice")
    step = anext(g)
    await attempt("once", step)
    await attempt("twice", step)
    one, two = g.asend(None), g.asend(None)
    print("states", g.ag_running, g.ag_await, g.ag_frame is not None, g.ag_code.co_name)
    one.close()
    two.close()
    await g.aclose()
    print("closed", g.ag_frame, g.ag_running)
    async for n in (g := numbers("left by break")):
        if n:
            break
    print("after the loop")
    await g.aclose()
    async for n in numbers("dropped by break"):
        break
    print("dropped")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    held = numbers("held until the end")
    await anext(held)
    globals()["held"] = held
    try:
        async for x in numbers("error in the body"):
            raise LookupError("body")
    except LookupError as error:
        print("error", error)
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
print("run is over")


def by_hand():
    seen = []
    hooks = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(firstiter=lambda g: seen.append("first " + g.__name__), finalizer=lambda g: seen.append("final " + g.__name__))

    async def plain():
        yield 1
        yield 2

    g = plain()
    step = g.__anext__()
    try:
        step.send(None)
    except StopIteration as stop:
        seen.append(stop.value)
    del step, g
    g = plain()
    del g
    sys.set_asyncgen_hooks(*hooks)
    return seen


print(by_hand())
for wrong in (lambda: sys.set_asyncgen_hooks(5), lambda: numbers().asend(), lambda: iter(numbers()), lambda: next(numbers()), lambda: numbers().__aiter__().send):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(error)
