# Where carets point: calls, methods, subscripts, attributes.
import traceback


def show(function):
    try:
        function()
    except Exception:
        print(traceback.format_exc().split("\n", 3)[3].rstrip())


class Thing:
    def __init__(self):
        self.other = None

    def me(self):
        return self


x, d, items = Thing(), {}, [1, 2]
show(lambda: x.other.name)
show(lambda: x.me().me().missing)
show(lambda: x.missing())
show(lambda: x.me().other())
show(lambda: d["key"])
show(lambda: d["key"]["other"])
show(lambda: items[5][0])
show(lambda: items[0][0])
show(lambda: len(5))
show(lambda: int("x") + 1)
show(lambda: print(len(items), int("y")))
show(lambda: x.me(1, 2))
show(lambda: x.me(
    1,
    2))
show(lambda: undefined_name)
show(lambda: undefined_name.attribute())
show(lambda: (lambda: 1 / 0)())
show(lambda: items[1:2:0])
show(lambda: [int(v) for v in "1x"])
show(lambda: {int(v): v for v in "a"})
show(lambda: sorted([1, "a"]))
show(lambda: sum(v / 0 for v in items))
show(lambda: max(*[]))
show(lambda: x(*items, **d))
show(lambda: "%d" % "x")
show(lambda: "{} {}".format(1))
