# The format mini-language for strings, str.format fields, and their errors.
for spec in ("", "s", "10", "<10", ">10", "^10", "*^11", ".3", "10.3", "é>8", "010", "<010", "0<10", "^9s"):
    print(repr(spec), repr(format("text", spec)), repr(format("页é", spec)))
for bad in ("d", "=10", "+", " ", "-", ",", "_", "#", ".2d", "x", "z", "q10", "^^", "10s5", ".", ".-1"):
    try:
        print(format("text", bad))
    except ValueError as error:
        print(bad, "->", error)


class Point:
    def __init__(self):
        self.x, self.d, self.l = 1.5, {"k": "v", "0": "zero", 0: "int zero"}, [10, [20, 30]]

    def __format__(self, spec):
        return f"Point<{spec}>"


p = Point()
print("{0.x:.2f} {0.d[k]} {0.l[1][0]} {0.d[0]} {p.x} {0!r:.5} {0:any spec }".format(p, p=p), "{} {} {}".format(1, "a", None), "{1} {0} {1}".format("a", "b"), "{a}{{}}{b!s}".format(a=1, b=2))
for text, args, kw in (("{", (), {}), ("}", (), {}), ("{}", (), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{x}", (), {}), ("{0.y}", (p,), {}), ("{0[5]}", ([1],), {}), ("{0[k]}", ({},), {}), ("{!z}", (1,), {}), ("{0!}", (1,), {}), ("{0!r", (1,), {}), ("{0:{1}}", ("a", "Q"), {}), ("{0[}", (1,), {}), ("{0.}", (1,), {}), ("{0[]}", (1,), {}), ("{0]}", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{-1}", (1,), {}), ("{0[-1]}", ([1],), {}), ("{ 0 }", (1,), {" 0 ": 5}), ("{}{", (1,), {}), ("{0!rr}", (1,), {}), ("{a b}", (), {"a b": "spaced"}), ("{0:}}", (1,), {})):
    try:
        print(repr(text), repr(text.format(*args, **kw)))
    except Exception as error:
        print(repr(text), type(error).__name__, error)
print("{a} {b}".format_map({"a": 1, "b": 2}), "{x.real} {x[0]}".format_map({"x": "s"}) if False else "{x.real}".format_map({"x": 5}))
class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"
print("{known} {unknown}".format_map(Default(known=1)), "%(a)s %(b)05d %(a)r" % {"a": "A", "b": 42}, "%(a).1f%%" % {"a": 9.99})
