# Streams of one's own: what a raw class must offer, and what the layers make of it.
import io


class Source(io.RawIOBase):
    def __init__(self, data, step):
        self.data, self.step, self.log = data, step, []

    def readable(self):
        return True

    def readinto(self, b):
        n = min(self.step, len(b), len(self.data))
        self.log.append(n)
        b[:n] = self.data[:n]
        self.data = self.data[n:]
        return n


class Sink(io.RawIOBase):
    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, b):
        self.parts.append(bytes(b))
        return len(b)


r = Source(b"line one\nline two\nrest", 5)
print(r.read(3), r.readline(), r.readall(), r.log, r.read(1), r.readable(), r.writable(), r.seekable())
b = io.BufferedReader(Source(b"abcdefghij" * 3, 7), buffer_size=8)
print(b.read(4), b.peek()[:3], b.read1(100), b.read(), b.raw.log)
t = io.TextIOWrapper(io.BufferedReader(Source("héllo\nwörld\n".encode(), 2)), encoding="utf-8")
print(t.readline(), list(t), t.closed, t.close(), t.closed)
sink = Sink()
w = io.BufferedWriter(sink, 4)
print(w.write(b"ab"), sink.parts, w.write(b"cdefg"), w.flush(), b"".join(sink.parts), w.writelines([b"x", b"y"]), w.close(), b"".join(sink.parts), sink.closed)
with io.TextIOWrapper(io.BufferedWriter(Sink()), encoding="utf-8", line_buffering=True) as text:
    s = text.buffer.raw
    text.write("no newline")
    print(s.parts)
    text.write("!\nnext")
    print(s.parts)
print(s.parts, s.closed)
for action in (lambda: io.BufferedReader(Sink()), lambda: io.BufferedWriter(Source(b"", 1)), lambda: io.BufferedRandom(Sink()), lambda: io.BufferedReader(Source(b"", 1), 0), lambda: Source(b"", 1).write(b""), lambda: Sink().read(), lambda: io.IOBase().fileno(), lambda: io.IOBase().seek(0), lambda: io.TextIOWrapper(5), lambda: r.truncate(), lambda: io.RawIOBase().read(1)):
    try:
        print(action())
    except (OSError, ValueError, AttributeError, NotImplementedError) as e:
        print(type(e).__name__, str(e)[:60])
pair = io.BufferedRWPair(Source(b"in", 5), Sink())
print(pair.read(), pair.write(b"out"), pair.flush(), pair.readable(), pair.writable())


class Lines(io.TextIOBase):
    def __init__(self, n):
        self.n = n

    def readline(self):
        self.n -= 1
        return f"line {self.n}\n" if self.n >= 0 else ""


with Lines(3) as lines:
    print(list(lines), lines.readlines(), lines.closed)
print(lines.closed)
try:
    next(lines)
    print("next", "ok")
except (ValueError, StopIteration) as e:
    print(type(e).__name__, e)
print(io.SEEK_END, io.DEFAULT_BUFFER_SIZE, issubclass(io.FileIO, io.RawIOBase), issubclass(io.TextIOWrapper, io.IOBase), io.open is open, io.UnsupportedOperation.__mro__[1:3])
