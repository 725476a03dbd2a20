# Text over bytes: newlines, buffering, tell and seek, encoding errors, and detaching the layers.
import io

raw = io.BytesIO()
text = io.TextIOWrapper(raw, encoding="utf-8", newline="\r\n", write_through=False)
print(text.write("a\nbé\n"), raw.getvalue(), text.flush(), raw.getvalue())
print(text.encoding, text.errors, text.newlines, text.line_buffering, text.buffer is raw, text.readable(), text.seekable())
for newline in (None, "", "\n", "\r", "\r\n"):
    t = io.TextIOWrapper(io.BytesIO(b"a\r\nb\rc\nd"), newline=newline)
    print(repr(newline), list(t), t.newlines)
t = io.TextIOWrapper(io.BytesIO("äöü\nxyz\n".encode()), encoding="utf-8")
print(t.read(2), t.tell(), t.readline(), t.tell(), t.seek(0), t.read(1), t.seek(2), t.read())
print(t.seek(0, 2), t.read(), t.truncate(4), t.seek(0), t.read())
for f in (lambda: t.seek(1, 1), lambda: t.seek(-1), lambda: t.seek(0, 9), lambda: t.write(b"x"), lambda: io.TextIOWrapper(io.BytesIO(), newline="x"),
          lambda: io.TextIOWrapper(io.BytesIO(), encoding="nope"), lambda: io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="ascii").read(),
          lambda: io.TextIOWrapper(io.BytesIO(), encoding="ascii").write("é"), lambda: io.StringIO(newline=1), lambda: io.StringIO(b"x"), lambda: io.BytesIO("x")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for errors in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(errors, ascii(io.TextIOWrapper(io.BytesIO(b"a\xffb"), encoding="utf-8", errors=errors).read()))
inner = t.detach()
print(inner.getvalue())
for f in (lambda: t.read(), lambda: t.buffer):
    try:
        f()
    except ValueError as e:
        print(e)
s = io.StringIO("one\ntwo\r\nthree", newline=None)
print(s.readlines(), s.getvalue(), s.seek(2), s.write("XX"), s.getvalue(), s.tell(), s.truncate(), repr(s.getvalue()))
s = io.StringIO("ab\r\ncd", newline="")
print(s.readline(), s.read(1), s.tell(), s.seek(0, 2), s.seek(10), s.write("z"), repr(s.getvalue()))
b = io.BytesIO(b"hello world")
view = b.getbuffer()
view[:5] = b"HELLO"
for f in (lambda: b.write(b"x" * 100), lambda: b.close()):
    try:
        f()
    except BufferError as e:
        print(e)
view.release()
print(b.read(5), b.read1(3), b.readinto(bytearray(2)), b.seek(-3, 2), b.read(), b.seek(20), b.write(b"!"), b.getvalue())
r = io.BufferedReader(io.BytesIO(bytes(range(20))), buffer_size=4)
print(r.peek(1)[:4], r.read(1), r.read1(10), r.read(3), r.tell(), r.seek(-2, 1), r.raw.tell() >= r.tell(), r.readline())
w = io.BufferedWriter(io.BytesIO(), 4)
print(w.write(b"ab"), w.raw.getvalue(), w.write(b"cdef"), w.tell(), w.flush(), w.raw.getvalue(), w.close(), w.closed, w.raw.closed)
