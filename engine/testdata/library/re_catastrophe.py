# Much backtracking, much text: the matcher must not overflow, and end.
import re
print(re.match(r"(a+)+$", "a" * 18 + "b"), re.match(r"(a|a)*$", "a" * 16 + "b"), re.match(r"(?:a?){18}a{18}$", "a" * 18)[0] == "a" * 18)
big = "x" * 100_000
print(len(re.match(r"(?:x)*", big)[0]), len(re.match(r"(x)*", big)[0]), re.match(r"(?:x|y)*z", big), len(re.match(r"(?:xx|x)*", big)[0]))
print(len(re.findall(r"\w+", "word " * 20_000)), len(re.sub("a", "bb", "a" * 50_000)), len(re.split(",", "," * 30_000)))
print(re.search(r"needle", "hay" * 50_000 + "needle").start(), re.search(r"[n]eedle$", "hay" * 50_000 + "needle").start(), re.search("é", "a" * 100_000 + "é").start())
nested = "(" * 90 + "a" + ")" * 90
m = re.match(nested, "a")
print(len(m.groups()), set(m.groups()), m.lastindex)
print(re.match("|".join(f"word{i}" for i in range(2000)), "word1999 tail")[0], re.match("(?:" + "|".join(map(re.escape, "+-*/%")) + ")+", "+-*/x")[0])
print(re.match(r"((a{1,3}){1,3}){1,3}$", "a" * 12 + "b"), re.match(r"((a{1,3}){1,3}){1,3}$", "a" * 20).span())
print(re.fullmatch(r"(?:[^()]|\((?:[^()]|\([^()]*\))*\))*", "a(b(c)d)e(f)")[0], len(re.findall("(?=(aa))", "a" * 1000)))
