"""ExitStack: the order of callbacks, what they swallow, and how exceptions on the way out are chained."""

from contextlib import ExitStack, contextmanager


class Log:
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
    print(stack.enter_context(Log("a")))
    stack.callback(print, "callback", sep="|", end="!\n")
    stack.push(lambda *details: print("pushed", details[0]))
    stack.push(Log("only exit"))
    print(stack.callback(len, "x") is len)

try:
    with ExitStack() as stack:
        stack.enter_context(Log("outer"))
        stack.enter_context(Log("middle", fail=KeyError("late")))
        stack.enter_context(Log("swallows", swallow=True))
        stack.enter_context(Log("inner", fail=IndexError("first")))
        raise ValueError("body")
except Exception as error:
    while error:
        print("chain:", repr(error))
        error = error.__context__

with ExitStack() as stack:
    stack.push(lambda *e: True)
    raise RuntimeError("gone")
print("went on")

kept = ExitStack()
kept.callback(print, "kept")
with kept:
    moved = kept.pop_all()
print("left", type(moved).__name__)
moved.close()
moved.close()


@contextmanager
def managed(tag):
    try:
        yield tag
    except ZeroDivisionError as error:
        print(tag, "saw", error)
        raise LookupError(tag) from error
    finally:
        print(tag, "closed")


try:
    with ExitStack() as stack:
        print([stack.enter_context(managed(t)) for t in "xy"])
        1 / 0
except LookupError as error:
    print(repr(error), repr(error.__cause__), error.__context__ is error.__cause__)

for attempt in (
    lambda: ExitStack().enter_context(5),
    lambda: ExitStack().push(5),
    lambda: ExitStack().callback(),
    lambda: ExitStack().callback(callback=print),
    lambda: ExitStack(1),
):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Half:
    def __enter__(self):
        return 1


class Instance:
    pass


odd = Instance()
odd.__enter__ = odd.__exit__ = print
for value in (Half(), odd):
    try:
        ExitStack().enter_context(value)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, str(error).replace("__main__.", ""))

with ExitStack() as stack:
    @stack.callback
    def last():
        print("decorated last")

    for n in range(3):
        stack.callback(print, n, end=" ")
