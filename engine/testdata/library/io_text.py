# Text files: modes, positions, line ends, encodings, errors.
import io
import os
with open("t.txt", "w") as f:
    print(f.write("one\ntwo\nthré\n"), f.tell(), f.name, f.mode, f.encoding, f.errors, f.readable(), f.writable(), f.seekable(), f.closed, f.line_buffering, f.isatty())
print(f, f.closed, os.path.getsize("t.txt"))
with open("t.txt") as f:
    print(repr(f.readline()), f.tell(), repr(f.read(2)), f.tell(), repr(f.readline()), f.readlines(), repr(f.read()), repr(f.readline()))
    print(f.seek(4), f.read(3), f.seek(0, 2), f.tell(), f.read() == "")
    f.seek(0)
    print([line for line in f], f.seek(0), next(f), f.readlines(3))
    for args in ((1, 1), (-1, 2), (-1,), (0, 5)):
        try:
            print(f.seek(*args))
        except (ValueError, OSError) as e:
            print(type(e).__name__, e)
    f.seek(0)
    for line in f:
        try:
            f.tell()
        except OSError as e:
            print(e)
        break
with open("t.txt", "a+") as f:
    print(f.tell(), f.write("four"), f.seek(0), f.readline())
with open("t.txt", "r+") as f:
    f.readline()
    f.seek(4)
    f.write("TWO")
    f.seek(0)
    print(f.read().split())
    print(f.truncate(7), f.seek(0), repr(f.read()))
with open("nl.txt", "w", newline="\r\n") as f:
    f.write("a\nb\n")
with open("nl.txt", "ab") as f:
    f.write(b"c\rd\n")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("nl.txt", newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines)
for enc, text in (("utf-8", "é日"), ("latin-1", "é"), ("utf-16", "é日"), ("utf-8-sig", "x"), ("ascii", "abc"), ("utf-32-le", "é")):
    with open("enc.txt", "w", encoding=enc) as f:
        f.write(text)
    with open("enc.txt", encoding=enc) as f, open("enc.txt", "rb") as g:
        print(enc, f.read() == text, g.read())
for kw in ({"encoding": "ascii"}, {"encoding": "ascii", "errors": "replace"}, {"encoding": "ascii", "errors": "ignore"}, {"encoding": "nope"}, {"errors": "backslashreplace", "encoding": "ascii"}):
    try:
        with open("t2.txt", "wb") as f:
            f.write("aé".encode())
        with open("t2.txt", **kw) as f:
            print(repr(f.read()))
    except (UnicodeDecodeError, LookupError) as e:
        print(type(e).__name__, e)
try:
    with open("t2.txt", "w", encoding="ascii") as f:
        f.write("é")
except UnicodeEncodeError as e:
    print(e)
