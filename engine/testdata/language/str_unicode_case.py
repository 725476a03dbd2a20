# Case mapping and classification over all of Unicode.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for s in ("ß", "ŉ", "ǰ", "ǆ", "ǅ", "Ǆ", "ﬁ", "ﬃ", "ΐ", "և", "ẖ", "İ", "ı", "i̇", "ſ", "K", "Å", "Σ", "ς", "ΑΣ", "ΑΣ.", "ΑΣΑ", "Α.Σ", "Σ", "aΣ\u0301", "aΣ\u0301b", "ᾳ", "ᾼ", "ᾲ", "Ὲ", "ᏸ", "Ꭰ", "ꭰ", "ა", "Ა", "𐐀", "𐐨", "ⓐ", "Ⅷ", "ẞ", "ﬆ", "Ω", "µ", "ÿ", "ŸZ", "ǰx", "ª"):
    print(s, [x.upper() for x in [s]], s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), s.isupper(), s.islower(), s.istitle(), ascii(s.casefold()))
print("ǆabc ǆ ΑΣ ΌΣΟΣ".title(), "they're bill's 3rd x1y".title(), "hELLO wORLD ﬁ".capitalize(), "ǅ".istitle(), "Ǆa".istitle(), "A1b".istitle(), "".istitle(), "1".isupper(), "Aª".isupper(), "ªa".islower())
for ch in "0٣²½Ⅷ一①৳߀𝟘㉈፩¹a_ª℘℮·゛\u200d\u00b7\u0387\u2118\u212e\u309b\u0e33\ufe73ℹ\u1885":
    print(ascii(ch), ch.isdecimal(), ch.isdigit(), ch.isnumeric(), ch.isalpha(), ch.isalnum(), ch.isidentifier(), ("a" + ch).isidentifier(), ch.isprintable(), ch.isspace())
for ch in "\t\x0b\x1c\x1f\x85\xa0\u1680\u180e\u2000\u200b\u2028\u2029\u202f\u3000\ufeff\xad\ud800\U000e0001\ue000\u0378":
    print(ascii(ch), ch.isspace(), ch.isprintable(), ch.isalpha(), repr(ch)[1:-1].isascii(), ("a" + ch + "b").split(), len(("a" + ch + "b").splitlines()))
for s in ("", "x", "1x", "x1", "class", "é", "ｘ", "a b", "a-b", "_", "𝒜", "a\u0301", "\u0301a", "日本", "x²", "€"):
    print(ascii(s), s.isidentifier(), s.isalpha(), s.isalnum(), s.isascii(), s.isprintable(), s.isnumeric())
n = [0] * 8
for i in range(0x3000):
    c = chr(i)
    for k, f in enumerate((str.isupper, str.islower, str.istitle, str.isalpha, str.isdecimal, str.isdigit, str.isnumeric, str.isprintable)):
        n[k] += f(c)
print(n)
print(sum(len(chr(i).upper()) != 1 for i in range(0x10FFFF)), sum(len(chr(i).title()) != 1 for i in range(0x20000)), sum(chr(i).lower() != chr(i) for i in range(0x20000)), sum(chr(i).casefold() != chr(i).lower() for i in range(0x20000)), sum(chr(i).title() != chr(i).upper() for i in range(0x20000)))
t(lambda: "STRASSE".casefold() == "straße".casefold())
t(lambda: sorted(["é", "z", "É", "e", "ß"], key=str.casefold))
