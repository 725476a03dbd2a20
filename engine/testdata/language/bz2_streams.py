# bz2: whole texts, pieces, several streams in one file, sizes, and data that is none.
import bz2
import io

text = b"".join(b"line %d of the file\n" % i for i in range(3000))
for data in (b"", b"a", b"a" * 1000, bytes(range(256)) * 20, text):
    for level in (1, 9):
        packed = bz2.compress(data, level)
        print(len(data), level, len(packed), packed[:4], bz2.decompress(packed) == data)

c = bz2.BZ2Compressor(5)
packed = b"".join(c.compress(text[i:i + 777]) for i in range(0, len(text), 777)) + c.flush()
d = bz2.BZ2Decompressor()
out = b""
for i in range(0, len(packed), 100):
    out += d.decompress(packed[i:i + 100])
print(out == text, d.eof, d.needs_input, d.unused_data)
d = bz2.BZ2Decompressor()
print(len(d.decompress(packed + b"tail", 10)), d.needs_input, d.eof)
print(len(d.decompress(b"")), d.eof, d.unused_data)
for bad in (lambda: bz2.decompress(b"hello"), lambda: bz2.decompress(packed[:-3]), lambda: d.decompress(b"x"), lambda: c.compress(b"x"),
            lambda: bz2.compress(b"", 0), lambda: bz2.compress("text"), lambda: bz2.open("f", "rtb"), lambda: c.flush()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)

with bz2.open("two.bz2", "wt", encoding="utf-8") as f:
    f.write("grüße\n")
with bz2.open("two.bz2", "ab") as f:
    f.write(b"again\n")
with bz2.open("two.bz2", "rt", encoding="utf-8") as f:
    print(f.readlines())
with bz2.BZ2File(io.BytesIO(packed)) as f:
    print(f.readline(), f.seek(100), f.tell(), f.read(20), f.peek(3)[:3], f.readable(), f.writable(), f.seekable())
    print(sum(1 for _ in f))
print(f.closed)
