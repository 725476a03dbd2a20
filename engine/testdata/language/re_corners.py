# re: what matches empty, lookbehind, conditionals, verbose comments, and sub with its templates.
import re

print(re.findall(r"x*", "axb"), re.split(r"x*", "axbc"), re.sub(r"x*", "-", "abxd"), [m.span() for m in re.finditer(r"\b|\w+", "ab c")])
print(re.split(r"(,)|(;)", "a,b;c"), re.split(r",", "a,b,c", 1), re.split("", "abc"), re.findall(r"(a)(b)?", "aab"), re.findall(r"(a)|b", "ab"))
print(re.sub(r"(?<=a)b", "X", "ab bb"), re.sub(r"(?<!a)b", "X", "ab bb"), re.findall(r"(?<=(?:ab|cd))x", "abx cdx efx"), re.search(r"(?<=^a)b", "ab"))
p = re.compile(r"(<)?(\w+)(?(1)>|$)")
print([p.match(s) and p.match(s).groups() for s in ("<a>", "a", "<a", "a>")], re.fullmatch(r"(?:(a)|b(?(1)c|d))*", "abcbc"), re.match(r"(?P<q>['\"]).*?(?P=q)", "'a\"b'c").group())
v = re.compile(r"""
    (?P<year> \d{4} ) [ ] - [#]    # a year, a space and a hash
    (?P<rest> .* ) \ end           # an escaped space
    """, re.X | re.I)
m = v.match("2024 -#abc END")
print(m.groupdict(), m.lastgroup, m.lastindex, m.span("rest"), v.groupindex, v.groups, m.expand(r"\g<year>:\2:\g<0>"), m["year"], m.start(2), m.regs)
print(re.sub(r"(\w)(\w)?", r"[\2\1]", "abc"), re.sub("a", r"\n\\", "a"), re.sub("(a)", lambda m: m[1] * 2, "banana", count=2), re.subn("a", "b", "aXa"), re.sub("", "-", "ab"))
print(re.sub(r"(?P<x>a)", r"\g<x>\g<1>0\1", "a"), re.sub("a", "\\\\1", "a"), re.sub(".", "\\0", "ab") == "\0\0", re.escape("a.b-c d\n#é"))
for pattern, repl in (("a", r"\1"), ("(a)", r"\2"), ("a", r"\g<x>"), ("(a)", r"\g<1"), ("a", r"\q"), ("a", r"\g<-1>"), ("(", ""), ("a**", ""), ("[b-a]", ""), ("(?P<1>a)", ""), (r"(?<=a*)b", ""),
                      ("(?P<a>x)(?P<a>y)", ""), (r"\1", ""), ("(?(2)a)", ""), ("a{3,2}", ""), ("*a", ""), ("(?z)", ""), ("[a", ""), (r"\x1", ""), ("(?P=n)", ""), ("x(?i)y", ""), (r"\p", "")):
    try:
        print(re.sub(pattern, repl, "a"))
    except (re.error, IndexError) as e:
        print(repr(pattern), repr(repl), type(e).__name__, e)
print(re.findall(r"(?i:A)b(?-i:C)", "abC ABC aBC", re.I), re.findall(r"^\w", "a\nb", re.M), re.findall(r"a.b", "a\nb", re.S), re.findall(r"\w", "é1", re.A), re.match(r"a$", "a\n"), re.match(r"a\Z", "a\n"))
print(re.match(r"(a+)+$", "aaaa").group(1), re.match(r"(?>a+)a", "aaa"), re.match(r"a++a", "aaa"), re.match(r"(?>a+)b", "aab").span(), re.match(r"(a|ab)(c|bcd)(d*)", "abcd").groups())
print(re.compile("a", re.I | re.M), re.compile(b"x"), re.match("a", "a"), repr(re.I), re.I | re.X, re.compile("(?i)a").flags, re.compile(b"a").flags, re.compile("a") == re.compile("a"))
for call in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.compile("a").match(1), lambda: re.compile(re.compile("a"), re.I), lambda: re.match("a", "a").group(1), lambda: re.compile(3)):
    try:
        print(call())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
pat = re.compile("b")
print(pat.search("abcb", 2), pat.match("abc", 1), pat.fullmatch("abc", 1, 2), re.compile("^b").search("ab", 1), re.compile(r"\Bb").search("ab", 1), pat.match("b", 5), pat.search("abc", -9, 99).span())
