"""traceback: exceptions kept as objects, printed later, and stacks as lists."""
import io
import sys
import traceback


def inner():
    raise KeyError("k")


def outer():
    try:
        inner()
    except KeyError as e:
        raise ValueError("v") from e


try:
    outer()
except ValueError as e:
    te = traceback.TracebackException.from_exception(e)
    frames = traceback.extract_tb(e.__traceback__)
    error = e
buf = io.StringIO()
te.print(file=buf)
print(buf.getvalue())
buf = io.StringIO()
te.print(file=buf, chain=False)
print(buf.getvalue().count("Traceback"), str(te), te.exc_type.__name__, list(te.format_exception_only()))
print([(f.name, f.line) for f in frames], len(te.stack), te.stack[0].name, frames[0].lineno > 0)
print(traceback.format_exception_only(error), traceback.format_exception(error)[-1])
print("".join(traceback.format_list([("f.py", 3, "fn", "code()"), ("g.py", 4, "gn", None)])))
try:
    traceback.print_last()
except ValueError as e:
    print(e)
sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
buf = io.StringIO()
traceback.print_last(file=buf)
print(buf.getvalue().splitlines()[-1], buf.getvalue().count("Traceback"))


def here():
    return [f.name for f in traceback.extract_stack()]


print(here(), traceback.format_exc().strip(), len(traceback.format_tb(error.__traceback__)), len(traceback.format_tb(error.__traceback__, 1)))
