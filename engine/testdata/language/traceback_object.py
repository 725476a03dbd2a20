# Traceback objects: tb_frame, tb_lineno, tb_next, with_traceback, frames' locals, sys.exc_info.
import sys
import traceback


def inner(x):
    y = x * 2
    raise ValueError("deep")


def outer():
    z = "local"
    inner(21)


try:
    outer()
except ValueError as error:
    tb = error.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno))
        last, tb = tb, tb.tb_next
    print(names, sorted(last.tb_frame.f_locals.items()), type(last).__name__)
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is error, sys.exc_info()[2] is error.__traceback__)
    print(traceback.format_tb(error.__traceback__)[-1], end="")
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(error.__traceback__)])
    kept = error
print(sys.exc_info())
try:
    raise kept.with_traceback(None)
except ValueError as error:
    print(len(traceback.extract_tb(error.__traceback__)))
try:
    raise kept
except ValueError as error:
    print(len(traceback.extract_tb(error.__traceback__)))
print("".join(traceback.format_exception_only(KeyError, KeyError("only"))), end="")
print(traceback.format_exception(kept)[-1], end="")
try:
    try:
        1 / 0
    except ZeroDivisionError:
        print(traceback.format_exc().splitlines()[-1])
        traceback.print_exc(file=sys.stdout)
        raise KeyError("new") from None
except KeyError:
    traceback.print_exc(limit=1, file=sys.stdout)
def walk():
    return sys._getframe().f_code.co_name, sys._getframe(1).f_lineno, sys._getframe().f_back.f_back
print(walk())
