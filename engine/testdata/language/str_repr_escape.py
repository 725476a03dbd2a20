# repr and ascii of strings: quotes, escapes, unprintable characters, surrogates.
for text in ("plain", "it's", 'say "hi"', "both ' and \"", "back\\slash", "\n\r\t", "\x00\x1f\x7f", "\x80\xa0\xad", "é", "页", "😀", "\u200b\u2028\ufeff", "\ud800", "\U000e0001", "\u0378", "combining e\u0301", "\\'", "'" * 3):
    print(repr(text), ascii(text), len(text))
print(repr(b"it's"), repr(b'"'), repr(b"\x00\xff\\'\""), repr(bytearray(b"x'")), ascii(b"\xff"), repr("\N{BULLET}\N{greek small letter alpha}\N{CJK UNIFIED IDEOGRAPH-4E00}"))
print("\x41\u0041\U00000041\101\0", len("\
continued"), "a" "b" 'c', r"raw\n" "\n".__repr__(), b"\x41\101" b"b", "\'\"\a\b\f\v".encode(), u"unicode", R"\d", br"\x", Rb"\y")
print(["it's", 'a"b'], {"k'": 'v"'}, ("é",), {"\n"}, str(["\u200b"]), f"{'é'!a} {'é'!r}", "%a" % "é", "{!a}".format("😀"))
for bad in ("\ud800", "a\udfffb"):
    try:
        bad.encode()
    except UnicodeEncodeError as error:
        print(error)
print("\ud83d\ude00" == "😀", len("\ud83d\ude00"), "\ud800".encode("utf-8", "surrogatepass"), "x\ud800".encode("utf-8", "replace"), b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800")
