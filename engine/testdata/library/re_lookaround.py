# Assertions: looking ahead and behind, word boundaries, anchors, and bounds of the search.
import re
print(re.findall(r"\w+(?=:)", "key: value other:"), re.findall(r"\b(?!un)\w+", "undo redo unto"), re.findall(r"(?<=\$)\d+", "$5 €6 $70"), re.findall(r"(?<!\$)\b\d+", "$5 6 $70 8"))
print(re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", "1234567"), re.split(r"(?<=,)", "a,b,c"), re.split(r"(?=[A-Z])", "camelCaseText"))
print(re.search(r"(?=(a+))", "baaa").groups(), re.search(r"(?=(a))(?!\1b)", "abac").span(), re.match(r"(?!(a)b)ac", "ac").groups(), re.match(r"(?=(\w+) )\w", "word x").groups())
print(re.match(r"(?<=a)b", "ab"), re.compile(r"(?<=a)b").match("ab", 1), re.compile("^b").match("ab", 1), re.compile("b$").search("abc", 0, 2), re.compile(r"\bb").search("ab", 1))
for p in (r"(?<=a+)b", r"(?<=a|bc)d", r"(?<=ab|cd)e", r"(?<=(a)\1)b", r"(?<=a{3})b", r"(?<!(?:ab){2})c", r"(?<=a?)b"):
    try:
        print(p, re.compile(p).groups)
    except re.error as e:
        print(p, "->", e)
print(re.findall("^a", "a\na"), re.findall("(?m)^a", "a\na"), re.findall("a$", "a\na\n"), re.findall("(?m)a$", "a\na\n"), re.findall(r"a\Z", "a\na\n"), re.findall(r"\Aa", "a\na"))
print([m.span() for m in re.finditer("$", "a\nb\n")], [m.span() for m in re.finditer("(?m)$", "a\nb\n")], [m.span() for m in re.finditer("(?m)^", "a\nb\n")])
print([m.start() for m in re.finditer(r"\b", "a bc, d")], [m.start() for m in re.finditer(r"\B", "a bc, d")], re.findall(r"\B", ""), re.findall(r"\b", ""))
p = re.compile(r"\d+")
print(p.search("a12b34", 2), p.search("a12b34", 3), p.match("a12b34", 1, 2), p.fullmatch("a12b34", 1, 3), p.search("12", 5), p.search("12", -3), p.findall("1 22 333", 2, 5))
print(re.search("a.c", "a\nc"), re.search("a.c", "a\nc", re.S), re.search("(?s:a.c)", "a\nc")[0], re.search("a(?s:.)c.", "a\nc\n"))
print(re.match("", "").span(), re.search("", "abc").span(), re.fullmatch("", "a"), re.split("", "ab"), re.sub("", "-", "ab"))
