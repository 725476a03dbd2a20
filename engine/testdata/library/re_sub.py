# Replacing: templates, functions, counts, empty matches, errors.
import re
print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", 2), re.sub("a", "b", "banana", count=1), re.subn("a", "b", "banana"), re.subn("x", "y", "abc"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<a>\w)(?P<b>\w)", r"\g<b>\g<a>", "abcd"), re.sub("(.)", r"\g<0>\g<1>\g<01>" if False else r"\g<0>\g<1>", "ab"), re.sub("(a)", r"\g<1>0", "a"), re.sub("a", r"\g<0>1", "a"))
print(repr(re.sub("x", r"\n\t\\\x" if False else r"\n\t\\", "x")), re.sub("x", r"\0" if False else r"\101\07" if False else r"\101", "x"), re.sub("x", "\\\\", "axb"), re.sub("x", r"\-\.\ ", "x"))
print(re.sub("(a)|b", r"[\1]", "ab"), re.sub("[aeiou]", lambda m: m[0].upper() * 2, "vowel"), re.sub(r"\d+", lambda m: str(int(m[0]) + m.start()), "a1b22"))
print(re.sub("a", lambda m: "\\1", "xa"), re.sub("", "-", "abc"), re.sub("b*", "-", "abc"), re.sub("^", ">", "a\nb", flags=re.M), re.sub(r"\b", "|", "hi you"))
state = []
print(re.sub("[a-c]", lambda m: state.append(m.span()) or "", "xaybzc"), state)
for repl in (r"\2", r"\g<2>", r"\g<nope>", r"\g<", r"\g<>", r"\g", r"\q", "\\", r"\g<a b>", r"\g<-1>", r"\400", r"\8"):
    try:
        print(repl, re.sub("(a)", repl, "a"))
    except (re.error, IndexError) as e:
        print(repl, "->", type(e).__name__, e)
for args in ((b"a", "b", "a"), ("a", "b", b"a"), ("a", b"b", "a"), ("a", 1, "a"), ("a", "b", None), ("a", lambda m: 1, "xay")):
    try:
        print(re.sub(*args))
    except TypeError as e:
        print("TypeError", str(e).replace("instance, int found", "instance, int found"))
print(re.sub(b"[0-9]", rb"<\g<0>>", b"a1b2"), re.sub(b"a", lambda m: bytes(m[0]) * 2, bytearray(b"aba")), re.sub("é", "e", "café é"), re.sub("(?i)É", "E", "éÉ"))


class S(str):
    pass


print(type(re.sub("x", "y", S("abc"))), type(re.match(".", S("abc"))[0]), re.sub("b", "[B]", S("abc")))
p = re.compile("-")
print(p.sub("+", "a-b-c", 1), p.subn("+", "a-b-c"), p.sub(repl="", string="a-b"), re.sub(pattern="a", repl="b", string="aa", count=1, flags=0))
