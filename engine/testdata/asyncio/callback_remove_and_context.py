# remove_done_callback takes all of a kind off; callbacks run in the context in which they were added.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")

async def main():
    f = asyncio.get_running_loop().create_future()

    def show(fut):
        print("show", var.get(), fut.result())

    def other(fut):
        print("other", var.get())

    var.set("one")
    f.add_done_callback(show)
    f.add_done_callback(other)
    f.add_done_callback(show)
    print(f.remove_done_callback(show), f.remove_done_callback(show))
    var.set("two")
    f.add_done_callback(show)
    ctx = contextvars.copy_context()
    ctx.run(var.set, "given")
    f.add_done_callback(other, context=ctx)
    var.set("three")
    f.set_result("r")
    print(f.remove_done_callback(show))
    await asyncio.sleep(0)
    f.add_done_callback(show)
    await asyncio.sleep(0)

asyncio.run(main())
