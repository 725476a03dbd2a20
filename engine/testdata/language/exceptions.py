# try, except, else, finally, raise from, context, groups, and the order of it all.
def f(kind):
    try:
        print("try", kind)
        if kind == "raise":
            raise ValueError("v")
        if kind == "return":
            return "returned"
    except ValueError as error:
        print("except", error)
        return "handled"
    else:
        print("else")
    finally:
        print("finally")
    return "end"


for kind in ("raise", "return", "pass"):
    print(f(kind))


def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            print("body", i)
        finally:
            print("finally", i)
            if i == 2:
                break


g()


class Custom(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def __str__(self):
        return f"code {self.code}"


try:
    try:
        {}["missing"]
    except KeyError as error:
        raise Custom(7) from error
except Custom as error:
    print(error, repr(error), repr(error.__cause__), error.__suppress_context__)

try:
    try:
        1 / 0
    finally:
        [].pop()
except IndexError as error:
    print(error, "after", repr(error.__context__))

try:
    raise ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)])])
except* ValueError as group:
    print("values:", group.exceptions)
except* TypeError as group:
    print("types:", group.exceptions)


def nested():
    try:
        raise LookupError("first")
    except LookupError:
        try:
            raise OSError("second")
        except OSError:
            pass
        raise


try:
    nested()
except LookupError as error:
    print(repr(error), error.__context__)

try:
    error
except NameError as missing:
    print(missing)

try:
    assert 1 == 2, "sums"
except AssertionError as error:
    print("assert:", error)


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", kind.__name__ if kind else None, value)
        return self.swallow


with Manager(True):
    raise KeyError("swallowed")
try:
    with Manager(False) as a, Manager(False) as b:
        raise KeyError("passed on")
except KeyError as error:
    print("outside:", error)
