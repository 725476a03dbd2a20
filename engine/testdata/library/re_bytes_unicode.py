# bytes patterns, scripts, combining characters, surrogates, case in other languages.
import re
print(re.findall(rb"\w+", b"caf\xc3\xa9 au"), re.findall(rb"[\x80-\xff]+", b"a\xc3\xa9b"), re.sub(rb"(?i)ABC", b"x", b"abcABC"), re.split(rb"\x00", b"a\0b\0"), re.match(rb"(?s).{3}", b"a\nb").group())
print(re.findall(rb"(?L:[a-z]+)", b"abC"), re.compile(rb"\d").search(memoryview(b"ab1")).span(), re.escape(b"a+b"), re.fullmatch(rb".", b"\n"), re.findall(rb"(?i)\xe9", b"\xe9\xc9"))
s = "e\u0301 é ﬁ ß ẞ ſ K Å ǅ İ ı"
print([m.group() for m in re.finditer(r"\w", s)], re.findall("(?i)s", s), re.findall("(?i)k", s), re.findall("(?i)å", s), re.findall("(?i)i", s), re.findall("(?i)ß", s))
print(re.findall(r"(?i)[α-ω]+", "ΑΒΓ αβγς Σ"), re.findall("(?i)σ", "Σσς"), re.findall("(?i)привет", "ПРИВЕТ Привет"), re.sub(r"(?i)É", "_", "éÉeE"))
print(re.findall(r"\d+", "१२३ 45 ٦"), [int(x) for x in re.findall(r"\d+", "१२३ 45 ٦")], re.findall(r"\s", "\u2028\u3000\x85\x1f"), re.findall(r"\w", "_-ª²½Ⅷ一々〆"), re.findall(r"\W", "a-b_c・d"))
print(re.match(".", "😀x").span(), re.findall("[😀-😂]", "😁z😃"), re.search("😀+", "a😀😀b").span(), re.sub("[^\u0000-\uffff]", "?", "a😀b"), len(re.findall(".", "👨‍👩‍👧")))
print(re.match("\ud800", "\ud800") is not None, re.findall("[\ud800-\udfff]", "a\udc80b") == ["\udc80"], ascii(re.sub("a", "\udcff", "xa")))
print(re.findall(r"\b\w+\b", "don't l'été na-ïve"), re.findall(r"\b", "é"), re.split(r"\b", "añb c"), re.findall(r"(?a)\b\w+\b", "añb c"), re.search(r"\Bt", "été").span())
print(re.findall("a.c", "a\nc a\rc a\u2028c abc"), re.findall("(?m)^.", "a\rb\u2028c\nd"), re.findall("(?m).$", "a\rb\nd"), "\x0b" in re.findall(r"\s", "\x0b"))
for p, t in ((r"\u00e9", "é"), (r"[\u00e8-\u00ea]", "é"), (r"\U0001F600", "😀"), ("\\xe9", "é"), (r"[^\x00-\x7f]", "é")):
    print(p, bool(re.fullmatch(p, t)), end="; ")
print()
for p in (rb"\u1234", rb"(?u)a", rb"\N{DASH}", rb"(?P<\xe9>a)", "(?P<é>a)", "(?P<a-b>a)", "(?P<名>.)(?P=名)"):
    try:
        c = re.compile(p)
        print(p, dict(c.groupindex))
    except (re.error, ValueError, DeprecationWarning) as e:
        print(p, "->", e)
print(re.match("(?P<名>.)(?P=名)", "xx")["名"], re.sub("(?P<é>a)", r"[\g<é>]", "ba"), re.split("[、。]", "一、二。三"), re.findall("(?:\\\\u[0-9a-f]{4})+", r"x\u00e9\u1234y"))
