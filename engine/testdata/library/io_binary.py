# Binary files: buffering, both directions, readinto, peek, raw files.
import io
with open("b.bin", "wb") as f:
    print(type(f).__name__, f, f.mode, f.raw, f.raw.mode, f.write(b"0123456789"), f.write(bytearray(b"ab")), f.write(memoryview(b"cd")), f.tell())
    for bad in ("text", 5, None):
        try:
            f.write(bad)
        except TypeError as e:
            print(e)
    try:
        f.read()
    except io.UnsupportedOperation as e:
        print(type(e).__name__, e, isinstance(e, OSError), isinstance(e, ValueError))
with open("b.bin", "rb") as f:
    b = bytearray(4)
    print(type(f).__name__, f.read(3), f.peek()[:4], f.tell(), f.readinto(b), b, f.read1(2), f.seek(-2, 2), f.read(), f.read(), f.read(5))
    print(f.seek(2, 0), f.seek(3, 1), f.read(1), f.readable(), f.writable(), f.mode, f.name)
    try:
        f.seek(-100, 1)
    except OSError as e:
        print(type(e).__name__, e)
with open("b.bin", "r+b") as f:
    print(type(f).__name__, f.read(2), f.write(b"XY"), f.tell(), f.read(2), f.seek(0), f.read(), f.raw.mode)
    f.seek(0, 2)
    f.write(b"\nline2\nline3")
    f.seek(0)
    print(list(f), f.truncate(5), f.tell(), f.seek(0), f.read())
with open("b.bin", "ab") as f:
    print(f.tell(), f.seek(0), f.write(b"end"), f.tell())
print(open("b.bin", "rb").read())
with open("b.bin", "w+b", buffering=0) as f:
    print(type(f).__name__, f, f.write(b"raw"), f.seek(1), f.read(), f.readall(), f.closefd, f.fileno() > 2)
for mode, kw in (("rw", {}), ("q", {}), ("", {}), ("rbt", {}), ("+", {}), ("r++", {}), ("rb", {"encoding": "utf-8"}), ("rb", {"newline": ""}), ("rb", {"errors": "strict"}), ("r", {"buffering": 0}), ("r", {"newline": "x"}), ("x", {}), ("U", {}), (5, {}), ("r", {"closefd": False})):
    try:
        print(mode, open("b.bin", mode, **kw))
    except (ValueError, TypeError, OSError) as e:
        print(repr(mode), type(e).__name__, e)
for path in ("nope.txt", ".", "nope/x", "b.bin/x", b"bytes-nope", "", 99, 1.5, None, "a\0b"):
    try:
        open(path)
    except (OSError, TypeError, ValueError) as e:
        print(repr(path), type(e).__name__, e)
f = open("b.bin")
f.close()
f.close()
for action in (lambda: f.read(), lambda: f.write("x"), lambda: f.readline(), lambda: f.seek(0), lambda: f.tell(), lambda: f.fileno(), lambda: next(f), lambda: f.__enter__(), lambda: f.flush(), lambda: f.isatty(), lambda: list(f), lambda: f.readable()):
    try:
        print(action())
    except ValueError as e:
        print(e)
