# Module codecs: handlers of errors and encodings of the program's own, incremental codecs, files.
import codecs
import io


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


def mark(e):
    print(type(e).__name__, e.encoding, e.start, e.end, e.reason)
    return "<%d>" % (e.end - e.start), e.end


codecs.register_error("mark", mark)
print("aéé€b".encode("ascii", "mark"), b"a\xff\xfeb".decode("utf-8", "mark"), str(b"\x81", "cp1252", "mark"))
codecs.register_error("bytes", lambda e: (b"\xff", e.end))
t("é€".encode, "ascii", "bytes")
t(b"\xff".decode, "ascii", "bytes")
codecs.register_error("bad", lambda e: "x")
t("é".encode, "ascii", "bad")
codecs.register_error("far", lambda e: ("", 99))
t("é".encode, "ascii", "far")
codecs.register_error("again", lambda e: ("?", -1))
t("éb".encode, "ascii", "again")
t(codecs.lookup_error, "nosuch")
t(codecs.register_error, "x", 5)
print(codecs.lookup_error("mark") is mark)


def shift(text, by):
    return "".join(chr(ord(c) + by) for c in text)


def search(name):
    if name == "shifted":
        return codecs.CodecInfo(lambda s, errors="strict": (shift(s, 1).encode(), len(s)), lambda b, errors="strict": (shift(bytes(b).decode(), -1), len(b)), name="shifted")
    if name == "odd":
        return codecs.CodecInfo(lambda s, errors="strict": (s, len(s)), lambda b, errors="strict": (b, len(b)), name="odd")


codecs.register(search)
print("HAL".encode("Shifted"), b"IBM".decode("shifted"), codecs.encode("abc", "shifted"), codecs.lookup("shifted").name)
t("x".encode, "odd")
t("x".encode, "nosuch")
t(codecs.lookup, "nosuch")
t(codecs.register, 5)
codecs.unregister(search)
t("x".encode, "shifted")
d = codecs.getincrementaldecoder("utf-8")()
print([d.decode(bytes([b])) for b in "a€é".encode()], d.getstate())
d = codecs.getincrementaldecoder("utf-16")("replace")
print([d.decode(bytes([b])) for b in "xy".encode("utf-16")], repr(d.decode(b"z", True)))
e = codecs.getincrementalencoder("utf-16")()
print(e.encode("a"), e.encode("b"), list(codecs.iterdecode([b"\xe2", b"\x82\xac!"], "utf-8")), b"".join(codecs.iterencode("ab", "utf-8-sig")))
w = codecs.getwriter("latin-1")(io.BytesIO())
w.write("é")
print(w.getvalue(), list(codecs.getreader("utf-8")(io.BytesIO("a\né\n".encode()))), codecs.BOM_UTF8)
with codecs.open("f.txt", "w", encoding="cp1252") as f:
    f.write("€ uro\n")
with codecs.open("f.txt", encoding="cp1252") as f, open("f.txt", "rb") as raw:
    print(f.read(), raw.read())
print(codecs.lookup("UTF8").name, codecs.lookup("latin1").name, codecs.lookup("cp1252").name, codecs.decode(b"\xe9", "latin-1"), codecs.getencoder("ascii")("ab"))
