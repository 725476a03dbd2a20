# Notes in reports: several, with lines, not strings, empty; and exceptions whose str fails.
import sys
import traceback


class Bad(Exception):
    def __str__(self):
        raise ValueError("no text")


class Multi(Exception):
    def __str__(self):
        return "first line\nsecond line"


def report(error):
    print("".join(traceback.format_exception_only(error)), end="")


error = ValueError("text")
error.add_note("one")
error.add_note("two\nlines")
error.add_note("")
report(error)
error.__notes__ = "not a list"
report(error)
error.__notes__ = ["a", 5, None]
report(error)
report(Bad())
report(Multi())
report(ValueError())
report(KeyError("k"))
report(ValueError(""))


class Outer:
    class Inner(Exception):
        pass


report(Outer.Inner("qualified"))


def local():
    class Local(Exception):
        pass

    return Local("in a function")


report(local())
report(SyntaxError("invalid", ("main.py", 2, 5, "abc def ghi\n", 2, 8)))
report(SyntaxError("no text"))
report(OSError(5, "io", "file"))
raise Outer.Inner("uncaught")
