"""The steps of string.Formatter, and what replacing one of them changes."""
import string

f = string.Formatter()
for text in ("", "plain", "{} and {}", "{{x}}", "a{0.b[c]!r:>{w}}z", "{:{}}{}", "{x!s}", "{a[}]}", "}}{{", "{0:%H:%M}"):
    print(text, list(f.parse(text)))
for text in ("{", "}", "a}b", "{x", "{x!}", "{x!rr}", "{x!r:{y}"):
    try:
        print(list(f.parse(text)))
    except ValueError as e:
        print(repr(text), "->", e)
print(f.format("{} {} {name:>{width}}|", 1, 2, name="n", width=4))
print(f.format("{0!r:>6} {0!s} {1[k]} {1[2]} {2.real}", "x", {"k": 1, 2: "two"}, 3 + 4j))
print(f.vformat("{:{}}|{:^{}}|", ("a", 3, "b", 5), {}))
print(f.get_field("a.real", (), {"a": 5}), f.get_field("0[1][0]", (["x", "yz"],), {}))
for text, args in (("{} {0}", (1,)), ("{0} {}", (1,)), ("{}", ()), ("{x}", ()), ("{0!z}", (1,)), ("{0.}", (1,)),
                   ("{0[}", ([],)), ("{0[0]x}", ([1],)), ("{:{:{}}}", (1, 2, 3))):
    try:
        print(f.format(text, *args))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


class Default(string.Formatter):
    """Unknown names stay; what is not used is an error; 'u' converts to upper case."""

    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, "{" + key + "}")
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)

    def check_unused_args(self, used, args, kwargs):
        unused = [k for k in kwargs if k not in used] + [i for i in range(len(args)) if i not in used]
        if unused:
            raise ValueError(f"not used: {unused}")

    def format_field(self, value, spec):
        return "-" * int(spec[1:]) if spec.startswith("!") else super().format_field(value, spec)


d = Default()
print(d.format("{a} {b} {0}", 1, a=2))
print(d.format("{a!u} {0:!3}", 0, a="x"))
try:
    d.format("{0}", 1, 2, c=3)
except ValueError as e:
    print(e)
