# split, findall, finditer: captures, limits, empty matches, iterators.
import re
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split("(,)", "a,b,c"), re.split(r"(,)|(;)", "a,b;c"), re.split(",", "a,b,c,d", 2), re.split(",", "a,b", maxsplit=1), re.split("x", ""))
print(re.split(r"\s", " a b "), re.split(r"\W+", "...words, words..."), re.split(r"(\W+)", "...words, words..."), re.split("\\b", "a b"), re.split("(?<=-)", "a-b-c"), re.split("", "xyz"))
print(re.findall("a", "banana"), re.findall("(a)(n)?", "banana"), re.findall("(?:an)+", "banana"), re.findall("((a)n)", "banana"), re.findall("", "ab"), re.findall("x", "abc"))
print([m.span() for m in re.finditer("an?", "banana")], [(m.group(), m.start()) for m in re.finditer(r"(?=(..))", "abc")], [m[1] for m in re.finditer(r"(?=(..))", "abcd")])
it = re.finditer(r"\d", "1a2")
print(type(it).__name__, iter(it) is it, next(it), [m[0] for m in it], next(it, "end"))
print(re.findall(b"[a-c]", b"xaybzc"), re.split(b" ", bytearray(b"a b")), [type(x).__name__ for x in re.findall(b".", memoryview(b"ab"))])
text = "日本語 text שלום 123"
print(re.findall(r"\w+", text), re.search("語", text).span(), re.split(" ", text), re.findall("[一-龥]", text), re.sub(r"\w", "*", text))
tokens = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|[-+*/()=]))")
print([(m.lastgroup, m[m.lastgroup]) for m in tokens.finditer("x1 = (y+2.5)**3")])
print(re.findall(r'"(?:[^"\\]|\\.)*"', r'say "hi \"you\"" and "bye"'), re.findall(r"(?m)^(\w+)\s*=\s*(.*)$", "a = 1\nb=two words\n# c\n"))
m = re.search(r"(\d+)-(\d+)", "tel 555-1234")
a, b = m.groups()
print(f"{a}/{b}", m.string[m.start():m.end()], m.string[:m.start()] + "X" + m.string[m.end():])
