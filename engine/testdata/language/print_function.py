# print: sep, end, file, flush, odd arguments, objects with their own str.
import io
import sys


class Loud:
    def __str__(self):
        return "str!"

    def __repr__(self):
        return "repr!"


print()
print("a", 1, None, [Loud()], Loud(), sep="|", end="<end>\n")
print("a", "b", sep="", end="")
print("c", sep=None, end=None)
print(*range(3), sep=", ")
print(*[], sep="x")
print("tab\tnew\nline", "é页")
out = io.StringIO()
print("to", "file", file=out, flush=True)
print(repr(out.getvalue()))


class Writer:
    def __init__(self):
        self.got = []

    def write(self, text):
        self.got.append(text)


w = Writer()
print("x", 2, sep="-", file=w)
print(w.got)
print("error stream", file=sys.stderr)
print("none", file=None)
for call in (lambda: print("a", sep=5), lambda: print("a", end=b"x"), lambda: print(file=5), lambda: print(flush=True, file=w), lambda: print(wrong=1), lambda: print("a", sep="x", sep2=1)):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Bad:
    def __str__(self):
        raise ValueError("no text")


try:
    print("before", Bad())
except ValueError as error:
    print("|", error)
saved, sys.stdout = sys.stdout, out
print("captured")
sys.stdout = saved
print(out.getvalue().splitlines()[-1], sys.stdout.write("direct\n"), True, 1.0, 1e100, sep=" ")
