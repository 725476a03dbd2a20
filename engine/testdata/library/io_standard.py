# Standard input, output and error as files, and their binary layers.
import io, sys
print(sys.stdin.readline(), end="")
print(isinstance(sys.stdin.buffer, io.BufferedReader), isinstance(sys.stdout.buffer, io.BufferedIOBase))
print(repr(sys.stdin.read(3)), repr(input("prompt> ")))
for line in sys.stdin:
    print("line", repr(line))
    break
print(sys.stdin.readlines(), repr(sys.stdin.read()), sys.stdin.readable(), sys.stdin.fileno(), sys.stdin.buffer.readable())
try:
    input()
except EOFError as e:
    print(type(e).__name__, e)
try: sys.stdin.write("x")
except io.UnsupportedOperation as e: print(e)
try: sys.stdout.read()
except io.UnsupportedOperation as e: print(e)
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes\n"); sys.stdout.buffer.flush()
w = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", line_buffering=True, write_through=True)
w.write("wrapped\n"); w.flush()
sys.stdout.flush()
with open(1, "w", closefd=False) as f: f.write("by number\n")
print(sys.stdout, sys.stdin, sys.stderr, sys.stdout.buffer)
print(sys.stdout.newlines, sys.stdout.line_buffering, sys.stdout.closed, sys.stdout.isatty())
old, sys.stdout = sys.stdout, w
sys.stdout = old
print(sys.__stdout__ is sys.stdout)
sys.stdout.reconfigure(line_buffering=True)
class Tee:
    def __init__(s, f): s.f = f; s.n = 0
    def write(s, t): s.n += len(t); return s.f.write(t)
    def flush(s): s.f.flush()
sys.stdout = t = Tee(sys.stdout)
print("teed", 1); sys.stdout = sys.__stdout__
print(t.n)
