# Sets and escapes.
import re
print(re.findall("[]a]", "a]b"), re.findall("[^]a]", "a]b"), re.findall("[a-]", "a-b"), re.findall("[-a]", "a-b"), re.findall(r"[\]\-\\]", r"a]-\b"), re.findall("[a^]", "a^b"), re.findall("[.]", "a.b"))
print(re.findall(r"[\w.-]+@[\w-]+\.\w+", "me.x@site-a.org, you@b.c"), re.findall(r"[^\s,]+", "a, b  c"), re.findall(r"[\d\s]+", "1 2a3"), re.findall(r"[\b]", "a\bb"), re.findall("[\\n\\t]", "a\n\tb"))
print(re.findall("\\x41\\u0042\\U00000043\\103\\0", "ABCC\0"), re.findall(r"[\x41-\x43]", "ABCD"), re.findall(r"\.\*\+", "a.*+"), re.findall("\a\f\v", "\a\f\v"), re.findall(r"\a\f\v\r", "\a\f\v\r"))
for p in ("[", "[a", "[]", "[^]", "[b-a]", r"[\d-z]", r"[a-\w]", r"\q", r"\8", "\\", r"\x4", r"\u12", r"[\q]", r"\N{DASH}" if False else r"\o", r"[\x1]", r"\777", ")", "(", "(a", "a)", "(?", "(?:", "(?<", "(?<a", "(?#", "(?=", "a|(b", "\\Ux", "[\\9]"):
    try:
        print(p, re.compile(p))
    except re.error as e:
        print(p, "->", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern == p)
try:
    re.compile("abc\n(def\n  *x")
except re.error as e:
    print(e, e.lineno, e.colno)
print(re.escape("a.b*c[d]\\ e-f_g\n#&~é"), re.escape(b"a.b\xff"), re.escape(""), re.fullmatch(re.escape("1+1=2?"), "1+1=2?")[0])
e = re.error("message")
print(e, e.pos, e.pattern, e.msg, issubclass(re.error, Exception), re.error.__module__)
print(re.findall("[À-ÿ]", "aéÿz"), re.findall("(?i)[à-ÿ]", "É"), re.findall("[^a-z]", "aé1"), re.findall("(?i)[^a]", "aAb"), re.findall("[\u4e00-\u9fff]", "漢字x"), re.findall(".", "😀é"))
