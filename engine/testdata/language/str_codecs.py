# encode and decode: codecs, error handlers, error texts.
text = "aé页😀"
for codec in ("utf-8", "utf8", "UTF_8", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1", "ascii", "unicode_escape", "utf-8-sig"):
    for handler in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape"):
        try:
            print(codec, handler, text.encode(codec, handler)) if handler != "namereplace" else None
        except (UnicodeError, LookupError) as error:
            print(codec, handler, type(error).__name__, error)
            break
for data in (b"abc", b"\xff", b"a\xc3", b"\xc3\xa9\xe9", b"\xe2\x82", b"\xf0\x9f\x98\x80", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2(\xa1"):
    for handler in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
        try:
            print(data, handler, ascii(data.decode("utf-8", handler)))
        except UnicodeDecodeError as error:
            print(data, handler, error)
for call in (lambda: "a".encode("no-such"), lambda: "é".encode("utf-8", "no-such"), lambda: "é".encode("ascii", "no-such"), lambda: b"a".decode("no-such"), lambda: "a".encode(5), lambda: str(b"\xff", "ascii"), lambda: str(5, "utf-8"), lambda: bytes("x"), lambda: str(b"abc", errors="replace"), lambda: str(b"x")):
    try:
        print(call())
    except (LookupError, UnicodeError, TypeError) as error:
        print(type(error).__name__, error)
