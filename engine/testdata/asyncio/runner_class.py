import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)

async def count():
    var.set(var.get() + 1)
    return var.get()

with asyncio.Runner() as runner:
    print(runner.run(count()), runner.run(count()))
    loop = runner.get_loop()
    print(loop is runner.get_loop(), loop.is_closed())
    async def nested():
        c = count()
        try:
            runner.run(c)
        except RuntimeError as e:
            print(e)
        c.close()
    runner.run(nested())
    try:
        runner.run(5)
    except ValueError as e:
        print(e)
print(loop.is_closed(), var.get())
try:
    runner.get_loop()
except RuntimeError as e:
    print(e)
