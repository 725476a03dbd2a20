# Greedy, lazy and possessive quantifiers, atomic groups, bounds.
import re
text = "<a><b>"
print(re.match("<.*>", text)[0], re.match("<.*?>", text)[0], re.match("<.*+>", text))
print(re.match("a{2,3}", "aaaa")[0], re.match("a{2,3}?", "aaaa")[0], re.match("a{,2}", "aaaa")[0], re.match("a{3}", "aa"), re.match("a{2,}", "aaaa")[0])
print(re.match("a{,}b", "aab")[0], re.match("a{x}", "a{x}")[0], re.match("a{1", "a{1")[0], re.match("x{2,1", "x{2,1")[0], re.match("{", "{")[0])
print(re.match(r"(?>a+)ab", "aaab"), re.match(r"(?>a|ab)c", "abc"), re.match(r"(?:a|ab)c", "abc")[0], re.match(r"a++b", "aab")[0], re.match(r"a?+a", "a"))
print(re.match(r"(?:ab)*+a", "ababa")[0], re.match(r"(?:a|b){2,3}+b", "abab"), re.match(r"(ab){1,2}?(ab)*", "ababab").groups())
print(re.findall("a??", "aa"), re.findall("a*?", "ab"), re.findall("(a|b)*?c", "abc"), re.match("(a?)*?$", "aaa").group())
print(re.match("(a*?)(a*)", "aaa").groups(), re.match("(a+?)(a+?)(a*)", "aaaa").groups(), re.match(r"(.+?)(\d+)$", "abc123").groups())
print(re.match("(?:a*)*b", "aaa"), re.match("(?:a?){3}b", "aab")[0], re.match("(?:)*x", "x")[0], re.match("(|a)+", "aaa").span(), re.match("(a|)+", "aaa").span())
print(re.sub("x*", "-", "abxd"), re.sub("x*?", "-", "abxd"), re.split("x*", "axbc"), re.findall(r"\b|\w+", "one two"))
print(re.fullmatch("a|ab", "ab"), re.fullmatch("a*?", "aaa"), re.fullmatch("(a|ab)(c|bcd)", "abcd").groups())
for p in ("*a", "a**", "a{2}{3}", "a+*", "+", "(*)", "a|*", "^*", "a{3,2}", "(?:+)", "a???", "a+++", "x{99999999999}"):
    try:
        print(p, re.compile(p))
    except (re.error, OverflowError) as e:
        print(p, "->", type(e).__name__, e)
print(len(re.match("(?:ab|c)*", "abc" * 5000)[0]), len(re.match("(.)*", "x" * 20000)[0]), len(re.match("(?:x+x+)+y?", "x" * 500)[0]))
