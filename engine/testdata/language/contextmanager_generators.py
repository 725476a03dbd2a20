# contextlib.contextmanager: exceptions thrown in, suppressed, replaced; wrong generators; as decorator.
from contextlib import contextmanager


@contextmanager
def manage(tag, swallow=False, replace=None):
    """Manage something."""
    print("enter", tag)
    try:
        yield tag
    except ValueError as error:
        print("inside", repr(error))
        if replace:
            raise replace from error
        if not swallow:
            raise
    finally:
        print("exit", tag)


with manage("plain") as value:
    print("body", value)
with manage("swallow", swallow=True):
    raise ValueError("gone")
try:
    with manage("through"):
        raise ValueError("kept")
except ValueError as error:
    print("caught", error)
try:
    with manage("replaced", replace=KeyError("new")):
        raise ValueError("old")
except KeyError as error:
    print("caught", error, repr(error.__cause__))


@contextmanager
def no_yield():
    return
    yield


@contextmanager
def two_yields():
    yield 1
    yield 2


@contextmanager
def stops():
    try:
        yield
    finally:
        pass


for bad in (no_yield, two_yields):
    try:
        with bad():
            pass
    except RuntimeError as error:
        print(error)
try:
    with stops():
        raise StopIteration("through a generator")
except StopIteration as error:
    print(repr(error))
@manage("decorator")
def decorated(x):
    "Its own."
    return x * 2
print(decorated(4), decorated(5), decorated.__name__, decorated.__doc__, manage.__doc__)
cm = manage("once")
with cm:
    pass
try:
    with cm:
        pass
except AttributeError as error:
    print(type(error).__name__, error)
