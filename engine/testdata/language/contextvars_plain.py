"""contextvars without an event loop: tokens, run, copies, mappings, threads, generators."""

import contextvars
import threading
from contextvars import Context, ContextVar, Token, copy_context

number = ContextVar("number", default=0)
bare = ContextVar("bare")
print(number.name, number.get(), number.get(5), bare.get("given"), repr(number).split(" at ")[0], hash(number) == hash(number))
try:
    bare.get()
except LookupError as error:
    print(type(error).__name__, str(error).split(" at ")[0])
first = number.set(1)
second = number.set(2)
print(first.var is number, first.old_value is Token.MISSING, second.old_value, Token.MISSING, repr(first).split(" var=")[0])
number.reset(second)
print(number.get(), repr(second).split(" var=")[0])
for attempt in (
    lambda: number.reset(second),
    lambda: bare.reset(first),
    lambda: number.reset(5),
    lambda: ContextVar(),
    lambda: ContextVar(5),
    lambda: ContextVar("a", 5),
    lambda: Token(),
    lambda: Context(1),
    lambda: Context().run(),
    lambda: Context()[number],
    lambda: Context()["x"],
    lambda: Context().get("x"),
    lambda: "x" in Context(),
    lambda: copy_context().run(number.reset, first),
    lambda: setattr(number, "name", "x"),
    lambda: hash(first),
    lambda: type("Sub", (ContextVar,), {}),
    lambda: type("Sub", (Context,), {}),
    lambda: copy_context().__setitem__(number, 1),
):
    try:
        print(attempt() and "fine")
    except Exception as error:
        print(type(error).__name__, str(error).split(" <")[0].split("<")[0])

ctx = copy_context()
print(ctx[number], len(ctx), list(ctx) == [number], number in ctx, bare in ctx, ctx.get(bare, "d"), list(ctx.values()), [v.name for v in ctx.keys()], ctx == copy_context(), ctx == Context())


def change(value, *, extra=0):
    number.set(value + extra)
    bare.set("inside")
    return number.get(), copy_context() == ctx


print(ctx.run(change, 10, extra=1), number.get(), ctx[number], ctx[bare], bare.get("outside"))
try:
    ctx.run(lambda: ctx.run(print))
except RuntimeError as error:
    print(str(error).split(": <")[0])
try:
    ctx.run(lambda: 1 / 0)
except ZeroDivisionError:
    print("left by exception", ctx.run(number.get))
token = None


def keep():
    global token
    token = number.set(50)


ctx.run(keep)
try:
    number.reset(token)
except ValueError as error:
    print(str(error).split("<")[0], "different Context" in str(error))
ctx.run(number.reset, token)
print(ctx[number], copy_context().copy()[number], ctx.copy() == ctx, ctx.copy() is ctx)
seen = []
thread = threading.Thread(target=lambda: seen.append((number.get(), bare.get("none"))))
thread.start()
thread.join()
thread = threading.Thread(target=ctx.run, args=(lambda: seen.append(number.get()),))
thread.start()
thread.join()
print(seen)


def gen():
    token = number.set("gen")
    yield number.get()
    number.reset(token)
    yield number.get()


g = gen()
print(next(g), number.get(), next(g), number.get())
print(contextvars.__all__, ContextVar[int], Token[int], type(ctx).__module__, dict(ctx.items()).keys() == set(ctx))
