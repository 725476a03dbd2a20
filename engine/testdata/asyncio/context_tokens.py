# Tokens belong to their context and are used once.
import asyncio
import contextvars

var = contextvars.ContextVar("var")

async def main():
    token = var.set("main")
    try:
        await asyncio.create_task(reset(token))
    except ValueError as e:
        print("another context:", "different Context" in str(e))
    var.reset(token)
    print(var.get("unset"))
    try:
        var.reset(token)
    except RuntimeError as e:
        print("used once:", "already been used" in str(e))
    print(token.old_value is contextvars.Token.MISSING, token.var is var)
    ctx = contextvars.Context()
    print(len(ctx), ctx.run(var.get, "empty"))
    ctx.run(var.set, 5)
    print(list(ctx.items()) == [(var, 5)], var in ctx, ctx[var])
    try:
        ctx.run(ctx.run, print)
    except RuntimeError as e:
        print("already entered" in str(e))

async def reset(token):
    var.reset(token)

asyncio.run(main())
