"""ExitStack's order, replaced exceptions, suppression, and managers from generators that misbehave."""
import contextlib
import io
import sys
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def level(name, swallow=False):
    print("enter", name)
    try:
        yield name
    except Exception as e:
        print("in", name, type(e).__name__, e)
        if not swallow:
            raise
    finally:
        print("exit", name)


with ExitStack() as st:
    st.callback(print, "callback", sep="-")
    print(st.enter_context(level("a")), st.enter_context(level("b", True)), st.enter_context(level("c")))
    st.push(lambda *exc: print("push", exc[0].__name__))
    raise ValueError("inside")
print("after")
with ExitStack() as st:
    st.enter_context(level("kept"))
    rest = st.pop_all()
print("not closed yet")
rest.close()


def failing():
    raise KeyError("callback failed")


try:
    with ExitStack() as st:
        st.callback(failing)
        raise ValueError("body")
except KeyError as e:
    print(repr(e), repr(e.__context__))


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def never():
    return
    yield


@contextmanager
def changes():
    try:
        yield
    except ValueError as e:
        raise RuntimeError("changed") from e


for make in (twice, never, changes):
    try:
        with make():
            if make is changes:
                raise ValueError("v")
    except RuntimeError as e:
        print(make.__name__, e, repr(e.__cause__))


@level("decorator")
def work():
    print("working")
    return 5


print(work(), work())
with suppress(KeyError, IndexError) as s:
    {}["x"]
print(s, nullcontext(3).__enter__())
out = io.StringIO()
with redirect_stdout(out), closing(io.StringIO()) as buf:
    print("hidden")
print(repr(out.getvalue()), buf.closed)
try:
    with level("stop"):
        raise StopIteration("s")
except StopIteration as e:
    print("StopIteration", e)
try:
    with ExitStack() as st:
        st.enter_context(object())
except TypeError as e:
    print(e)
print(isinstance(level("x"), contextlib.AbstractContextManager), issubclass(io.StringIO, contextlib.AbstractContextManager))
