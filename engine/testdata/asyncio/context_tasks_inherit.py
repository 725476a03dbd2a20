# A task gets a copy of the context of whoever makes it; callbacks and timers keep theirs.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)

async def child(n):
    before = var.get()
    var.set(n)
    await asyncio.sleep(0)
    return before, var.get()

async def main():
    loop = asyncio.get_running_loop()
    var.set(1)
    t = asyncio.create_task(child(10))
    var.set(2)
    u = asyncio.create_task(child(20))
    print(await asyncio.gather(t, u), var.get())
    print(await child(30), var.get())
    ctx = contextvars.copy_context()
    ctx.run(var.set, 99)
    print(await asyncio.create_task(child(40), context=ctx), ctx[var], var.get())
    loop.call_soon(lambda: print("soon", var.get()))
    loop.call_later(0.01, lambda: print("later", var.get()))
    loop.call_soon(lambda: print("given", var.get()), context=ctx)
    var.set(3)
    await asyncio.sleep(0.02)
    async def shared():
        var.set(var.get() + 1)
    for _ in range(3):
        await asyncio.create_task(shared(), context=ctx)
    print(ctx[var])
    async with asyncio.TaskGroup() as g:
        g.create_task(shared(), context=ctx)
    print(ctx[var], var.get())

asyncio.run(main())
