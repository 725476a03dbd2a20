"""suppress, redirect_stdout, nullcontext, closing, chdir, ContextDecorator and the errors of contextmanager."""

import contextlib
import io
import os
import sys
from contextlib import *

with suppress(ValueError, KeyError):
    {}["x"]
print("after", suppress().__exit__(None, None, None))
try:
    with suppress(TypeError):
        raise ValueError("not suppressed")
except ValueError as error:
    print(error)
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1)])
except* ValueError as group:
    print("group", group.exceptions)
once = suppress(ZeroDivisionError)
with once, once:
    1 / 0

buffer, second = io.StringIO(), io.StringIO()
redirect = redirect_stdout(buffer)
with redirect as got:
    print("one")
    with redirect_stdout(second):
        print("two")
    with redirect:
        print("three")
    print("four")
print(repr(buffer.getvalue()), repr(second.getvalue()), got is buffer)
with redirect_stderr(io.StringIO()) as err:
    print("error", file=sys.stderr)
print(repr(err.getvalue()))

with nullcontext() as nothing, nullcontext(5) as five:
    print(nothing, five)


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)
try:
    with closing(5):
        pass
except AttributeError as error:
    print(error)

before = os.getcwd()
os.mkdir("inner")
mover = chdir("inner")
with mover:
    print(os.path.basename(os.getcwd()))
    with chdir(".."), mover:
        print(os.path.basename(os.getcwd()))
print(os.getcwd() == before)
try:
    with chdir("missing"):
        pass
except FileNotFoundError as error:
    print(error)


class Tag(ContextDecorator):
    def __enter__(self):
        print("<")
        return self

    def __exit__(self, *details):
        print(">", details[0])


@Tag()
def work(x):
    "docs"
    return x + 1


print(work(1), work.__name__, work.__doc__)


@contextmanager
def numbered(n):
    "A number."
    print("open", n)
    yield n
    print("shut", n)


@numbered(3)
def decorated():
    print("body")


decorated(), decorated()
print(numbered.__doc__, numbered.__name__, type(numbered(1)).__name__, numbered(1).__doc__)


@contextmanager
def broken(how):
    if how == "none":
        return
    try:
        yield 1
        if how == "twice":
            yield 2
    except Exception as error:
        if how == "again":
            yield 3
        elif how == "stop":
            raise StopIteration("x")
        else:
            raise


for how, body in (("none", None), ("twice", None), ("again", ValueError("v")), ("stop", ValueError("v")), ("raise", StopIteration("mine"))):
    try:
        with broken(how):
            if body:
                raise body
    except Exception as error:
        print(how, type(error).__name__, error, repr(error.__cause__))
manager = broken("raise")
with manager:
    pass
try:
    with manager:
        pass
except Exception as error:
    print(type(error).__name__, error)
print(isinstance(manager, AbstractContextManager), isinstance(Door(), AbstractContextManager), issubclass(Tag, AbstractContextManager))
