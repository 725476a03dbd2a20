# Flags: as arguments, global, scoped, turned off; how they look.
import re
print(re.I, repr(re.I | re.M), repr(re.RegexFlag(0)), re.IGNORECASE is re.I, int(re.A | re.X), re.NOFLAG, repr(~re.I & 255))
print(re.compile("a"), re.compile("a", re.I | re.X), re.compile("(?im)a"), re.compile("a", re.A), re.compile(b"a", re.I), re.compile("a", re.S | re.M | re.A))
print(re.compile("a").flags, re.compile(b"a").flags, re.compile("(?a)a").flags, re.compile("(?x) a # note").flags)
print(re.findall("(?i)straße", "STRASSE Straße STRAßE"), re.findall("k", "kK\u212a", re.I), re.findall("k", "kK\u212a", re.I | re.A), re.findall("[a-z]", "A\u0130\u017f", re.I))
print(re.match("(?i:a)b", "Ab")[0], re.match("(?i:a)b", "AB"), re.match("(?i)a(?-i:b)", "Ab")[0], re.match("(?i)a(?-i:b)", "AB"), re.match("(?i)(a)\\1", "aA")[0])
print(re.findall(r"\w+", "naïve café"), re.findall(r"\w+", "naïve café", re.A), re.findall(r"(?a:\w)\w", "éa aé"), re.findall(r"\d", "1٢३"), re.findall(r"\d", "1٢३", re.A), re.findall(rb"\w", "é1".encode()))
print(re.sub(r"\s", "_", "a\u00a0b\u2003c\x1cd"), re.sub(r"\s", "_", "a\u00a0b\u2003c\x1cd", flags=re.A), re.findall(r"[^\W\d_]", "a1_é"), re.findall(r"[\D]", "1a"))
verbose = re.compile(r"""
    (\d+)   # whole
    \.      # point
    (\d*)   # rest, with [ ] and \# kept
    [ #]*
""", re.VERBOSE)
print(verbose.match("3.14 # ").groups(), re.match("a b", "ab", re.X)[0], re.match(r"a\ b", "a b", re.X)[0], re.match("a[ ]b(?-x: c)", "a b c", re.X)[0], re.match("(?x: a b ) c", "ab c")[0])
print(re.findall("^.", "a\nb", re.M), re.findall("(?m:^).", "a\nb"), re.findall("(?s).", "a\n"), re.split("(?m)$", "a\nb"))
for p, f in (("a(?i)b", 0), ("(?i", 0), ("(?q)", 0), ("(?i-", 0), ("(?-i)", 0), ("(?i-i:a)", 0), ("(?a-u:x)", 0), ("(?au:x)", 0), ("(?L)a", 0), ("(?-a:x)", 0), ("a", re.L), (b"a", re.U), ("a", re.A | re.U), ("(?i:", 0), ("(?z:a)", 0)):
    try:
        print(p, re.compile(p, f))
    except (re.error, ValueError) as e:
        print(p, "->", type(e).__name__, e)
try:
    re.compile(re.compile("a"), re.I)
except ValueError as e:
    print(e)
print(re.compile(re.compile("a")) is re.compile("a"), re.compile("a") == re.compile("a", re.I), hash(re.compile("q")) == hash(re.compile("q")))
