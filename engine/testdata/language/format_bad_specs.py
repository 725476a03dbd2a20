# format() of every built-in class with specifications that do not fit: the texts of the errors.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for value in (5, 2.5, "text", None, True, [1], b"x", {"a": 1}, (1,), object, ...):
    for spec in ("d", "s", "x", ".2", "q", "10", "=8", "05", ",", "_x", ",x", "+", " ", "#", "c", "n", "z", "%", ".3s", "<<", "é>6", "10.", "1.2.3", "99999999999999999999", ".99999999999999999999", "^^^^", "!", "\0<4"):
        try:
            r = format(value, spec)
        except Exception as e:
            r = f"{type(e).__name__} {e}"
        if value in (5, 2.5, "text") or spec in ("d", "10"):
            print(type(value).__name__, repr(spec), repr(r))
t(format, 5, 5)
t(format, 5, "d", "x")
t(format)
t("{:{}}".format, 5, "08.2f")
t("{:{w}.{p}}".format, 3.14159, w=10, p=3)
t("{:{:{}}}".format, 1, 2, 3)
t("{!z}".format, 1)
t("{!}".format, 1)
t("{!rr}".format, 1)
t("{!r }".format, 1)
t("{".format)
t("}".format)
t("{{}}".format)
t("{0".format, 1)
t("{0]}".format, 1)
t("{0[}".format, [1])
t("{0[]}".format, [1])
t("{0.}".format, 1)
t("{0.real.numerator}".format, 7)
t("{0[a]}".format, {"a": 1})
t("{0[1]}{0[-1]}".format, {1: "int", "-1": "str"})
t("{0[ 1]}".format, {" 1": "space"})
t("{a[b][c].imag}".format, a={"b": {"c": 2j}})
t("{} {0}".format, 1)
t("{0} {}".format, 1)
t("{} {}".format, 1)
t("{5}".format, 1)
t("{x}".format, 1)
t("{x.y}".format, x=1)
t("{0[x]}".format, [1])
t("{0[9]}".format, [1])
t(("{%s}" % ("9" * 30)).format, 1)
t("{0[%s]}".format if False else ("{0[" + "9" * 30 + "]}").format, [1])
t("{:>{}}|{:^{}}".format, "a", 4, "b", 5)
t("{ 0}".format, 1)
t("{0 }".format, 1)
t("{é}{class}".format, **{"é": 1, "class": 2})
t("{a-b} {a b} {}".format, "auto", **{"a-b": 1, "a b": 2})
t("{:%Y-%m}".format, 5)
t("{0!r:>8}{0!s:*<6}{0!a}".format, "é")
t(str.format, 5)
t("{}".format_map, {"": 1})
t("{0}".format_map, {"0": 1})
t("{x}".format_map, 5)
