# Groups: numbers, names, nesting, back-references, and what does not take part.
import re
m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?", "2024-05 rest")
print(m, m.group(), m.group(0, 1, "month"), m["year"], m[3])
print(m.groups(), m.groups("none"), m.groupdict(), m.groupdict(default=""))
print(m.span(), m.span("month"), m.start(3), m.end(3), m.span(3), m.regs)
print(m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m.re.groupindex)
print(re.match(r"((a)(b))(c)?", "ab").lastindex, re.match(r"(a)(?P<x>b)", "ab").lastgroup, re.match("a", "a").lastindex)
for bad in (4, -1, "nope", 1.5, None):
    try:
        m.group(bad)
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
print(re.findall(r"(\w)(\w)\2\1", "abba deed noon xyz"), re.findall(r"(?P<q>['\"])(.*?)(?P=q)", """'a' "b'c" """))
print(re.match(r"(a)|(b)", "b").groups(), re.match(r"((a)|b)*", "ab").groups(), re.match(r"(?:(a)|b)*", "ab").groups())
print(re.match(r"(a*)*", "aa").groups(), re.match(r"(a*)+", "aa").groups(), re.match(r"(a|ab)(c|bcd)(d*)", "abcd").groups())
print(re.match(r"(?P<open>\()?\w+(?(open)\))$", "(word)"), re.match(r"(?P<open>\()?\w+(?(open)\))$", "(word"), re.match(r"(\()?x(?(1)\)|!)", "x!"))
print(re.compile(r"(?P<a>.)(?P<b>.)").groupindex, re.compile("(((a)))").groups)
for p in (r"(?P<a>x)(?P<a>y)", r"(?P=z)", r"(?P<1a>x)", r"\2(a)", r"(a\1)", r"(?(2)a|b)", r"(?(x)a|b)", r"(?(1)a|b|c)(d)", r"(?P<>x)", r"(?P<n", r"(?P>n)", r"(?Px)"):
    try:
        print(p, re.compile(p))
    except re.error as e:
        print(p, "->", e)
print(bool(m), m.expand(r"\g<day>|\g<year>/\2"), repr(m.expand(r"[\3]")))
