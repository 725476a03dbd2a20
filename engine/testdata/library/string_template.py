"""Templates: what a placeholder is, classes that say otherwise, and errors with their place."""
import string
from string import Template

t = Template("$who likes ${what}s, $$5 $who")
print(t.substitute(who="tim", what="kung pao"), t.template)
print(t.get_identifiers(), t.is_valid())
print(t.substitute({"who": 1, "what": 2}, what=3))
try:
    t.substitute(who="x")
except KeyError as e:
    print("missing", e)
print(t.safe_substitute(who="x"))
for text in ("$", "cost $5", "a\nb $1", "${", "${x", "${1}", "$ x", "x\n\n  $-"):
    bad = Template(text)
    try:
        print(bad.substitute())
    except ValueError as e:
        print(repr(text), "->", e, "|", repr(bad.safe_substitute()), bad.is_valid(), bad.get_identifiers())
print(Template("$Name $NAME $n\u00e9").safe_substitute(Name=1, NAME=2, n=3))


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%a_b %ab %% %{c_d} $x").safe_substitute(a_b=1, ab=2, c_d=3), Percent("%a_b").get_identifiers())


class Braced(Template):
    braceidpattern = r"[a-z.]+"
    flags = 0


print(Braced("$x ${x.y} $X").safe_substitute({"x": 1, "x.y": 2, "X": 3}))


class Own(Template):
    pattern = r"(?P<escaped>@@)|@(?P<named>\w+)@|\[(?P<braced>\w+)\]|(?P<invalid>@)"


o = Own("@a@ [b] @@ c")
print(o.substitute(a=1, b=2), o.get_identifiers())
try:
    Own("x @ y").substitute()
except ValueError as e:
    print(e)
print(sorted(Template.pattern.groupindex), Template.pattern.groups, Own.pattern.groupindex["braced"])
print(string.capwords("  a bc  DEF-ghi "), string.capwords("a-b c-d", "-"))
try:
    Template("$x").substitute({}, {})
except TypeError as e:
    print(e)
