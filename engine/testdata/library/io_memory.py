# StringIO and BytesIO, and redirecting standard output into one.
import contextlib
import io
import sys
s = io.StringIO("first\nsecond\n")
print(s.read(3), s.tell(), repr(s.readline()), s.readlines(), repr(s.read()), s.seek(0), list(s), s.getvalue() == "first\nsecond\n")
s.seek(0)
print(s.write("FIRST"), s.getvalue(), s.seek(0, 2), s.write("éé"), s.tell(), s.truncate(4), repr(s.getvalue()), s.tell())
s.seek(7)
print(s.write("x"), ascii(s.getvalue()), s.readable(), s.writable(), s.seekable(), s.closed, s.isatty(), s.encoding, s.newlines, s.line_buffering)
t = io.StringIO()
print(print("a", "b", sep="-", file=t), t.writelines(["x\n", "y"]), repr(t.getvalue()), repr(io.StringIO("a\r\nb\rc", newline=None).read()), io.StringIO("a\r\nb\rc", newline="").readlines(), io.StringIO("a\nb", newline="\r\n").getvalue())
for action in (lambda: s.write(b"x"), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: io.StringIO(b"x"), lambda: s.truncate(-1), lambda: s.fileno(), lambda: s.detach(), lambda: s.read("x"), lambda: io.StringIO("", newline="q")):
    try:
        print(action())
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
s.close()
try:
    s.getvalue()
except ValueError as e:
    print(e, s.closed)
b = io.BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), b.read(), b.tell(), b.seek(-3, 2), b.read1(), b.getvalue(), b.seek(10), b.write(b"z"), b.getvalue())
buf = bytearray(3)
print(b.seek(0), b.readinto(buf), buf, bytes(b.getbuffer()[:2]), b.truncate(2), b.getvalue(), list(io.BytesIO(b"1\n2\n")), b.readable(), b.closed)
for action in (lambda: b.write("x"), lambda: b.seek(-1), lambda: io.BytesIO("x"), lambda: b.read("x"), lambda: b.truncate(-2)):
    try:
        print(action())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
    print("captured")
    sys.stdout.write("directly\n")
    print("problem", file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()), sys.stdout is sys.__stdout__)
w = io.TextIOWrapper(io.BytesIO(b"caf\xc3\xa9\nx"), encoding="utf-8")
print(w, w.readline(), w.read(), w.buffer.getvalue(), isinstance(w, io.TextIOBase), isinstance(b, io.RawIOBase), isinstance(b, io.BufferedIOBase))
w = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\r\n", write_through=True)
print(w.write("a\né"), w.buffer.getvalue(), w.detach().getvalue())
print(sys.stdout.encoding, sys.stdout.name, sys.stdout.fileno(), sys.stdout.writable(), sys.stdin.name, sys.stderr.errors, isinstance(sys.stdout, io.TextIOWrapper), type(sys.stdout).__name__, sys.stdout.mode)


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


u = Upper()
print("shout", file=u)
print(u.getvalue(), type(u).__name__, issubclass(Upper, io.TextIOBase), io.StringIO.__name__)
