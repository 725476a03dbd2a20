# Pattern and Match as objects: repr, comparison, copying, attributes that cannot be set.
import copy
import re
p = re.compile(r"(?P<w>\w+)\s", re.I)
print(p, p.pattern, p.flags, p.groups, dict(p.groupindex), type(p), isinstance(p, re.Pattern), callable(p))
print(repr(re.compile("x" * 250))[:60], len(repr(re.compile("x" * 250))), re.compile("'"), re.compile("é\n"), re.compile(b"\xff"))
m = p.match("Word next")
print(m, type(m), isinstance(m, re.Match), m.re is p, repr(re.match(".*", "y" * 60)), re.match(b"a", b"ab"))
print(copy.copy(p) is p, copy.deepcopy(p) is p, copy.copy(m) is m, copy.deepcopy(m) is m, p == re.compile(r"(?P<w>\w+)\s", re.I), p != 1)
for action in (lambda: setattr(p, "pattern", 1), lambda: setattr(m, "pos", 1), lambda: p.groupindex.update(a=1), lambda: p < p, lambda: re.Pattern(), lambda: re.Match(), lambda: p.nothing, lambda: len(m), lambda: list(m)):
    try:
        print(action())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
for action in (lambda: re.match("a", None), lambda: re.match("a", 5), lambda: re.match(b"a", "a"), lambda: re.match("a", b"a"), lambda: re.compile(5), lambda: re.compile(None), lambda: p.match(), lambda: p.match("a", "b"), lambda: re.split("a")):
    try:
        print(action())
    except TypeError as e:
        print("TypeError", str(e).replace("re.Pattern.match", "match"))
d = {p: 1, re.compile("x"): 2}
print(d[re.compile(r"(?P<w>\w+)\s", re.I)], re.compile("x") in d, {re.compile("a"), re.compile("a")} == {re.compile("a")})
print(re.Pattern[str], re.Match[bytes], re.purge(), re.template if False else "", [n for n in ("A", "ASCII", "X", "error", "Scanner") if hasattr(re, n)])
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"[a-z]+", lambda s, t: t.upper()), (r"\s+", None), (r"([+-])", "sign")])
print(scanner.scan("12 ab + 7 ?x"))
match m:
    case re.Match(string=s, pos=0):
        print("matched", s)
print([f"{x=}" for x in (m.lastgroup, m.endpos)], m.__class__.__name__, m.__module__ if hasattr(m, "__module__") else None, sorted(n for n in dir(m) if not n.startswith("_")))
print(sorted(n for n in dir(p) if not n.startswith("_")))
