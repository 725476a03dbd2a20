# Encoding and decoding, the error handlers, and the details of the codecs.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


bad = "aé€\U0001F600\ud800\x80z"
for enc in ("ascii", "latin-1", "cp1252", "utf-8", "utf-16-le", "iso8859-15"):
    for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass"):
        print(enc, errors, end=" ")
        t(bad.encode, enc, errors)
for data in (b"a\xff\xc3(b", b"\xe2\x82", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xc0\x80", b"\xf5\x80\x80\x80", b"\x80\x81ok", b"\xe2\x28\xa1"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
        print(data, errors, end=" ")
        t(data.decode, "utf-8", errors)
for enc in ("ascii", "cp1252", "utf-16", "utf-16-be", "utf-32", "utf-7", "utf-8-sig"):
    for data in (b"a\x81\xff", b"\xff\xfea\x00\x00\xd8", b"+2AA-x", b"\xef\xbb\xbfhi", b"abc"):
        print(enc, data, end=" ")
        t(data.decode, enc)
        t(data.decode, enc, "replace")
for enc in ("utf-7", "utf-16", "utf-32", "utf-8-sig", "unicode_escape", "raw_unicode_escape", "rot13", "hex", "nonsense", "UTF8", "Latin_1", "l1", "utf-8\0"):
    print(enc, end=" ")
    t("é+~\\\n€😀".encode, enc)
for data in (b"\\x41\\u20ac\\N{BULLET}\\101\\n\\q", b"\\x4", b"\\u12", b"\\N{NO SUCH}", b"\\U00110000", b"\\", b"\xe9"):
    print(data, end=" ")
    t(data.decode, "unicode_escape")
    t(data.decode, "raw_unicode_escape")
    t(data.decode, "unicode_escape", "replace")
t("a".encode, "ascii", "nosuch")
t("é".encode, "ascii", "nosuch")
t("é".encode, 5)
t(b"\xff".decode, "utf-8", 5)
t(str, b"\xff", "ascii")
t(str, b"a", errors="strict")
t(str, "a", "ascii")
t(bytes, "é", "ascii", "replace")
t(str, b"abc")
print(b"\xff\xfe".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
for e in ("é" * 3, "a\ud800"):
    try:
        e.encode("ascii")
    except UnicodeEncodeError as x:
        print(x, x.encoding, x.object == e, x.start, x.end, x.reason, x.args[1:])
try:
    b"ab\xff\xfe".decode()
except UnicodeDecodeError as x:
    print(x, x.encoding, x.object, x.start, x.end, x.reason)
    x.reason = "other"
    print(x)
