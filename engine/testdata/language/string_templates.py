# string.Template and string.Formatter: what stands for a name, subclasses with their own rules, errors by place.
import string
from string import Template

t = Template("$who likes ${what}s, $$5 $WHO_1 $é ${who}")
print(t.safe_substitute(who="tim", what="kung"), t.get_identifiers(), t.is_valid())
print(t.substitute({"who": "a"}, what="b", WHO_1=3) if t.is_valid() else "invalid")
for text in ("$", "a $ b", "line\n  ${x", "${}", "$1", "${x y}", "$x"):
    try:
        print(Template(text).substitute())
    except (ValueError, KeyError) as e:
        print(repr(text), type(e).__name__, e)
    print(repr(Template(text).safe_substitute(x=1)), Template(text).is_valid())


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


class Braces(Template):
    pattern = r"\{\{(?:(?P<escaped>\{\{)|(?P<named>\w+)\}\}|(?P<braced>b)\}\}|(?P<invalid>))"


print(Percent("%a_b %A_B %no %% ${x}").safe_substitute(a_b=1, A_B=2), Braces("{{x}} {x} {{{{").safe_substitute(x=9))


class Formatter(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return f"[{value}:{spec}]" if spec.startswith("?") else super().format_field(value, spec)

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)))


f = Formatter()
print(f.format("{} {0!u} {name} {missing:?x} {1:>{width}}" if False else "{0} {0!u} {name} {missing:?x} {1:>{width}}", "a", 3, name="n", width=5))
print(f.vformat("{0[k]} {0[n].real} {x.__class__.__name__}", ({"k": 1, "n": 2},), {"x": 3.5}))
print(list(string.Formatter().parse("a{b!r:c{d}}e{{f}}{}")))
for text, args in (("{}{0}", (1,)), ("{", ()), ("}", ()), ("{0!x}", (1,)), ("{a}", ()), ("{1}", (1,)), ("{0:{1:{2:{3}}}}", (1, 2, 3, 4)), ("{!}", (1,)), ("{0!r", (1,))):
    try:
        print(string.Formatter().format(text, *args))
    except Exception as e:
        print(repr(text), type(e).__name__, e)
print(string.capwords("  hello   world-x "), string.capwords("a,b", ","), string.punctuation, repr(string.whitespace))
