# zlib and gzip: round trips, checks, files, errors; not the sizes, which are nobody's promise.
import gzip
import io
import zlib
data = b"hello hello hello hello " * 50
for level in (-1, 0, 1, 6, 9):
    c = zlib.compress(data, level)
    print(level, c[:2].hex(), len(c) < len(data) or level == 0, zlib.decompress(c) == data)
print(zlib.crc32(b"abc"), zlib.crc32(b"c", zlib.crc32(b"ab")), zlib.adler32(b"abc"), zlib.adler32(data), zlib.crc32(b""), zlib.adler32(b""))
for bad in (b"", b"x", b"not compressed", zlib.compress(data)[:-3], zlib.compress(data)[:-1] + b"\0", "text"):
    try:
        print(zlib.decompress(bad))
    except (zlib.error, TypeError) as e:
        print(type(e).__name__, e)
o = zlib.compressobj()
c = o.compress(b"part one, ") + o.compress(b"part two") + o.flush()
d = zlib.decompressobj()
print(d.decompress(c + b"tail"), d.unused_data, d.eof, zlib.decompress(zlib.compress(b"raw", wbits=-15), -15))
with gzip.open("f.gz", "wt", encoding="utf-8") as f:
    print(f.write("líne 1\nline 2\n"))
with gzip.open("f.gz", "rt", encoding="utf-8") as f:
    print(f.readline(), list(f))
with gzip.open("f.gz") as f:
    print(f.read(3), f.readline(), f.tell(), f.seek(0), f.readlines())
with gzip.open("f.gz", "ab") as f:
    f.write(b"more")
print(gzip.open("f.gz").read().splitlines()[-1], gzip.decompress(gzip.compress(data)) == data, open("f.gz", "rb").read(3).hex())
with gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"in memory"))) as f:
    print(f.read(), f.readable(), f.writable())
for action in (lambda: gzip.decompress(b"nope"), lambda: gzip.open("missing.gz"), lambda: gzip.decompress(gzip.compress(data)[:-9]), lambda: gzip.open("f.gz", "rb", encoding="x"), lambda: gzip.open("f.gz", "wbt"), lambda: gzip.GzipFile("f.gz").write(b"x")):
    try:
        print(action())
    except (OSError, EOFError, ValueError) as e:
        print(type(e).__name__, e)
