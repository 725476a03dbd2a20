# f-strings: conversions, nesting, =, escapes, line breaks, lambdas, dictionaries, and their evaluation order.
name, width, value, d = "Zoë", 10, 3.14159, {"k": [1, 2], 'q"': "both"}
print(f"{name}", f"{name!r}", f"{name!s}", f"{name!a}", f"{name!r:>8}", f"{value:.2f}", f"{value:{width}.{2}f}|", f"{value!r:<{width}}|", f"{'nested'}", f"{d['k'][0]}", f'{d["k"]}')
print(f"{name=}", f"{name = }", f"{ name  =  }", f"{value=:.2f}", f"{name=!s}", f"{name=!r:>10}", f"{1 + 1=}", f"{d['k']=}", f"{name.upper()=}", f"{width:=5}", f"{(lambda x: x * 2)(4)=}")
print(f"{{}}", f"{{{name}}}", f"{{{{}}}}", f"{'{'}", f"{'}'}", f"a{1}b{2}c", f"" f"{1}" "plain {x}" f"{2}", rf"\n{1}\d", f"\x41{1}\u00e9\N{BULLET}" if False else f"\x41{1}\u00e9", fr"{name}\{width}", F"{1}", Rf"{2}\q")
print(f"""{
    value
:.1f}|{ [x for x in range(3)] }|{ {"a": 1}["a"] }|{ {1, 2} }|{(1, 2)}|{1, 2}|{*[1, 2], 3}""")
print(f"{'a' if value > 3 else 'b'}", f"{value if value else ''!r}", f"{not value}", f"{value > 3}", f"{value != 3}", f"{value==3}", f"{3<=value}", f"{d!r}", f"{None}", f"{True:>6}", f"{...}")


def noisy(x):
    print("eval", x, end=" ")
    return x


print(f"{noisy(1)}{noisy(2):{noisy(3)}}{noisy(4)!r:{noisy(5)}.{noisy(6)}}" if False else f"{noisy(1)}{noisy(2):{noisy(3)}}")


class F:
    def __format__(self, spec):
        return f"spec={spec!r}"

    def __str__(self):
        return "F-str"

    def __repr__(self):
        return "F-repr"


f = F()
print(f"{f}", f"{f:}", f"{f:abc {1 + 1} {'x':>3}}", f"{f!s:>8}", f"{f!r}", f"{f=}", f"{f=!s}", f"{f=:x}", f"{f:{{}}}" if False else f"{f:a:b!c}")
for bad in (lambda: f"{f:{None}}", lambda: f"{name:d}", lambda: f"{undefined}", lambda: f"{1:{'q'}}", lambda: f"{[]:5}", lambda: f"{None:5}", lambda: f"{d:x}", lambda: f"{1/0}"):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
def outer():
    local = "closure"
    return [f"{local}{i}" for i in range(2)], (lambda: f"{local=}")(), f"{[local for _ in '12']}"
print(outer(), f"{(yielded := 5)}", yielded, f"{name:{'<' if width else '>'}{width}}|", f"{'''triple'''}", f"{name[::-1]}", f"{name[0]}{name[-1:]}", f'{"a" "b"}', f"{1_000:,}", f"{0x10:#x}")
