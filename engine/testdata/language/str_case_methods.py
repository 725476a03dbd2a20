# str: case conversion beyond ASCII, titles, folding, predicates.
for text in ("hello World", "ß", "ǆ", "ŉ", "İstanbul", "ΑΣ", "Σ", "ﬁne", "they're bill's", "x1y2", "ÀÉ", "Ⅷ", "𐐀", ""):
    print(repr(text), repr(text.upper()), repr(text.lower()), repr(text.title()), repr(text.capitalize()), repr(text.swapcase()), repr(text.casefold()))
for text in ("", "abc", "ABC", "Abc Def", "123", "²", "½", "Ⅷ", "٣", "一", "a1", "a_1", "1a", " \t", "\n", "é", "ª", "class", "_", "Aa Bb", "AbC", "x y", "\x7f", "\u200b", "ﬀ"):
    print(repr(text), "".join("01"[getattr(text, "is" + n)()] for n in ("alpha", "digit", "decimal", "numeric", "alnum", "lower", "upper", "title", "space", "identifier", "printable", "ascii")))
print("ß".casefold() == "SS".casefold(), "é".encode("unicode_escape"), "İ".lower() == "i̇", len("İ".lower()), "ΌΣΟΣ".lower(), "ΣΑΣ".title(), "ŉ".upper())
