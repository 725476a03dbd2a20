# string.Template, textwrap and others that stand on re; and what users build for dates, URLs, versions.
import re
import string
import textwrap
print(string.Template("$who likes ${what}, $$5").substitute(who="tim", what="kung pao"), string.Template("$a $b").safe_substitute(a=1))
for bad in ("$", "${a", "$1", "$missing"):
    try:
        print(string.Template(bad).substitute())
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%with_under %nounder %%").safe_substitute(with_under="yes"))
print(textwrap.wrap("The quick brown-fox jumped over the lazy dog's back.", 16), textwrap.fill("a b  c\td", 5), textwrap.dedent("  x\n    y\n  z"), textwrap.shorten("hello wonderful world", 12))
version = re.compile(r"^v?(?P<major>0|[1-9]\d*)\.(?P<minor>\d+)(?:\.(?P<patch>\d+))?(?:-(?P<pre>[0-9A-Za-z.-]+))?(?:\+(?P<build>\S+))?$")
for v in ("1.2.3", "v0.10", "1.2.3-rc.1+b5", "01.2", "1", "2.0.0+meta-x"):
    m = version.match(v)
    print(v, m and {k: x for k, x in m.groupdict().items() if x})
when = re.compile(r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>[0-2]\d|3[01])(?:T(?P<h>\d\d):(?P<min>\d\d)(?::(?P<s>\d\d(?:\.\d+)?))?(?P<z>Z|[+-]\d\d:?\d\d)?)?")
print([m.groupdict() for m in when.finditer("2024-01-31T10:20:30.5Z, 2024/02-01, 2024.12.09")])
print(re.sub(r"\$(\w+)|\$\{([^}]+)\}", lambda m: {"HOME": "/h", "x y": "spaced"}.get(m[1] or m[2], m[0]), "$HOME/${x y}/$NONE"))
print(re.sub(r"(?P<first>\w+), (?P<last>\w+)", r"\g<last> \g<first>", "Doe, John; Roe, Jane"), re.sub(r"(.)\1+", r"\1", "aaabbbccd"), re.sub(r"^(\s*)- ", r"\1* ", "- a\n  - b\n", flags=re.M))
print([m.group(1, 2) for m in re.finditer(r"(\w+)=(\"[^\"]*\"|\S+)", 'a=1 b="two words" c=x=y')], dict(re.findall(r"(\w+)=(\w+)", "k=v z=w")))
words = re.findall(r"[a-z']+", "The cat's hat; the CAT sat.".lower())
print(words, sorted(set(words), key=lambda w: (-words.count(w), w))[:2])
print(re.sub(r"(?m)^\s*#.*\n?", "", "a\n# b\n  # c\nd # e\n"), re.findall(r"<(\w+)[^>]*>(.*?)</\1>", "<b>x</b><i class='q'>y<b>z</b></i>"))
print(re.sub(r"\b(\w)(\w*)", lambda m: m[1].upper() + m[2].lower(), "hELLO wORLD o'neil"), bool(re.fullmatch(r"[\w.+-]+@\w+(\.\w+)+", "a.b+c@d.co.uk")), re.split(r"\s*([+*/-])\s*", "1 + 2*3 -4"))
