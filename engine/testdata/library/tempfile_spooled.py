"""A spooled file: in memory until it grows, or until its descriptor is asked for."""
import io
import tempfile

with tempfile.SpooledTemporaryFile(max_size=10) as f:
    print(f._rolled, f.name, f.mode, f.readable(), f.writable(), f.seekable(), f.closed)
    print(f.write(b"12345"), f.tell(), f._rolled)
    f.writelines([b"67890", b"abc\n", b"last"])
    print(f._rolled, f.tell(), f.mode)
    f.seek(0)
    print(f.readline(), f.read(2), f.read1(1), f.readlines())
    buf = bytearray(4)
    f.seek(3)
    print(f.readinto(buf), buf)
    f.truncate(5)
    f.seek(0)
    print(list(f))
print(f.closed)
try:
    f.write(b"x")
except ValueError as e:
    print(e)
try:
    with f:
        pass
except ValueError as e:
    print(e)
with tempfile.SpooledTemporaryFile() as f:
    f.write(b"x" * 100)
    print(f._rolled, isinstance(f.fileno(), int), f._rolled, f.tell())
with tempfile.SpooledTemporaryFile(max_size=4, mode="w+", encoding="utf-8", newline="") as f:
    print(f.encoding, f.errors, f.newlines, f.isatty())
    f.write("\u00e9")
    print(f._rolled)
    f.write("\u00e9\u00e9\u00e9\n")
    f.flush()
    f.seek(0)
    print(f._rolled, repr(f.read()))
print(issubclass(tempfile.SpooledTemporaryFile, io.IOBase))
