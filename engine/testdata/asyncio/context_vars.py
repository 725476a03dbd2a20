import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")

async def child(n):
    print("child", n, "sees", var.get())
    var.set(n)
    await asyncio.sleep(0)
    print("child", n, "has", var.get())

def cb(tag):
    print(tag, var.get())

async def main():
    var.set("main")
    ts = [asyncio.create_task(child(i)) for i in range(2)]
    var.set("main changed")
    await asyncio.gather(*ts)
    print("main has", var.get())
    await child("awaited")
    print("main now has", var.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(cb, "soon")
    ctx = contextvars.copy_context()
    ctx.run(var.set, "in ctx")
    loop.call_soon(cb, "with context", context=ctx) if False else loop.call_soon(lambda: cb("with context"), context=ctx)
    var.set("later")
    f = loop.create_future()
    f.add_done_callback(lambda f: cb("done callback"))
    f.add_done_callback(lambda f: cb("done in ctx"), context=ctx)
    var.set("latest")
    f.set_result(1)
    await asyncio.sleep(0)
    t = asyncio.create_task(child("in ctx"), context=ctx)
    await t
    print(ctx[var], var.get())
    token = var.set("temp")
    print(token.old_value)
    var.reset(token)
    print(var.get())
    try:
        var.reset(token)
    except RuntimeError as e:
        print(str(e)[-26:])

asyncio.run(main())
print(var.get())
