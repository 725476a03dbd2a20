# Where carets point: the operator of a binary operation, nested and over several lines.
import traceback


def show(function):
    try:
        function()
    except Exception:
        print(traceback.format_exc().split("\n", 3)[3].rstrip())


a, b, c, s, n = 1, 0, [1], "text", None
show(lambda: a / b)
show(lambda: a + (a / b) * 2)
show(lambda: (a + a) + s)
show(lambda: s  +   a)
show(lambda: a // b if a else b)
show(lambda: -s)
show(lambda: ~s)
show(lambda: not n + a)
show(lambda: a < s)
show(lambda: a < a + 1 < s < 3)
show(lambda: a in n)
show(lambda: (a, b / b, c))
show(lambda: [a,
              a % b])
show(lambda: (a
              + s))
show(lambda: (a) @ (b))
show(lambda: f"{a / b}")
show(lambda: {a: s ** s})
show(lambda: "é" + "页" * 2 + a)
