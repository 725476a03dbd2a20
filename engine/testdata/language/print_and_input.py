# print() to objects, with flush and odd separators; input() with prompts until the end of the text.
import sys


class Out:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)

    def flush(self):
        self.parts.append("FLUSH")


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


o = Out()
print("a", 1, None, sep="-", end="!", file=o)
print(file=o)
print("x", "y", file=o, flush=True)
print(*"abc", sep="", end="", file=o)
print("", "", sep=",", file=o)
print(o.parts)
t(print, "a", sep=1)
t(print, "a", end=b"")
t(print, "a", "b", sep=None, end=None)
t(print, "a", foo=1)
t(print, file=5)
t(print, "x", file=object())
t(print, "shown", file=None)


class Bad:
    def __str__(self):
        raise ValueError("no text")


o.parts.clear()
t(print, "before", Bad(), "after", file=o)
print(o.parts)


class NoText:
    def __str__(self):
        return 5


t(print, NoText())


class Writer:
    def write(self, s):
        raise OSError("full")


t(print, "x", file=Writer())
t(print, "x", file=Out(), flush=Bad)
class Quiet:
    def write(self, s):
        pass


t(print, "x", file=Quiet(), flush=True)
real = sys.stdout
sys.stdout = o
o.parts.clear()
print("to", "o")
sys.stdout = None
print("nowhere")
sys.stdout = real
print(o.parts)
print(input("name? "), input(), input(5), repr(input("")))
print(repr(sys.stdin.readline()), sys.stdin.read(3))
t(input, "a", "b")
print([line for line in iter(input, "stop")])
t(input, Bad())
print(sys.stdin.readlines(1), sys.stdin.read())
t(input, "more? ")
t(input)
print(repr(sys.stdin.readline()), repr(sys.stdin.read()), list(sys.stdin))
sys.stdin = Out()
t(input)
sys.stdin = None
t(input)
del sys.stdin
t(input)
del sys.stdout
try:
    print("gone")
except RuntimeError as e:
    real.write(f"{e}\n")
