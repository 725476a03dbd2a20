# A Runner keeps its loop and context for several runs.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)

async def bump():
    var.set(var.get() + 1)
    return var.get(), id(asyncio.get_running_loop())

with asyncio.Runner() as runner:
    a, la = runner.run(bump())
    b, lb = runner.run(bump())
    print(a, b, la == lb, runner.get_loop() is not None, var.get())
    c = contextvars.copy_context()
    print(runner.run(bump(), context=c)[0], c[var])
    try:
        runner.run(5)
    except ValueError as e:
        print(e)

    async def nested():
        c = bump()
        try:
            runner.run(c)
        except RuntimeError as e:
            print(e)
            c.close()

    runner.run(nested())
    loop = runner.get_loop()
print(loop.is_closed())
for f in (runner.get_loop, lambda: runner.__enter__()):
    try:
        f()
    except RuntimeError as e:
        print(e)
runner.close()
r = asyncio.Runner(debug=True)
print(r.get_loop().get_debug())
r.close()
made = []

def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]

with asyncio.Runner(loop_factory=factory) as r:
    print(r.get_loop() is made[0], len(made))
