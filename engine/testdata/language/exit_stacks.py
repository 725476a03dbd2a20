# ExitStack and AsyncExitStack: order, what suppresses, how contexts chain, pop_all.
import asyncio
from contextlib import AsyncExitStack, ExitStack, closing, nullcontext, redirect_stdout, suppress
import io


class Manager:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value)
        if self.fail:
            raise self.fail
        return self.swallow


with ExitStack() as stack:
    print(stack.enter_context(Manager("a")), stack.push(Manager("b")).name)
    print(stack.callback(print, "called", end="!\n").__name__)
    stack.push(lambda *details: print("function", details[0]) or False)
    print("body")

with ExitStack() as stack:
    stack.enter_context(Manager("outer"))
    stack.enter_context(Manager("swallows", swallow=True))
    stack.enter_context(Manager("inner"))
    1 / 0


def chain(error):
    while error:
        print(" ", type(error).__name__, error, "suppressed" if error.__suppress_context__ else "")
        error = error.__context__


try:
    with ExitStack() as stack:
        stack.push(Manager("last", fail=KeyError("third")))
        stack.push(Manager("replaces", fail=TypeError("second")))
        raise ValueError("first")
except KeyError as error:
    chain(error)

try:
    with ExitStack() as stack:
        stack.enter_context(Manager("kept"))
        stack.enter_context(object())
except TypeError as error:
    print(error)

with ExitStack() as stack:
    stack.enter_context(Manager("moved"))
    other = stack.pop_all()
print("nothing has left yet", type(other).__name__)
other.close()
other.close()
with ExitStack() as stack, suppress(ZeroDivisionError):
    stack.callback(lambda: print("still called"))
    1 / 0
with closing(io.StringIO()) as text, redirect_stdout(text):
    print("hidden")
    held = text.getvalue()
print(repr(held), text.closed, nullcontext(5).__enter__())


class Async:
    async def __aenter__(self):
        print("aenter")
        return self

    async def __aexit__(self, *details):
        await asyncio.sleep(0)
        print("aexit", details[0] and details[0].__name__)
        return True


async def main():
    async with AsyncExitStack() as stack:
        stack.enter_context(Manager("sync"))
        await stack.enter_async_context(Async())

        async def cleanup(word, *, times):
            print(word * times)

        stack.push_async_callback(cleanup, "bye ", times=2)
        stack.push_async_exit(Async())
        raise RuntimeError("swallowed")
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(Manager("not async"))
    except TypeError as error:
        print(error)
    stack = AsyncExitStack()
    stack.push(Manager("by hand"))
    await stack.aclose()
    async with nullcontext(3) as three:
        print(three)


asyncio.run(main())
