# with and several managers: order, suppression, failures in enter and in exit, targets.
class M:
    def __init__(self, name, *, swallow=False, fail_enter=False, fail_exit=False):
        self.name, self.swallow, self.fail_enter, self.fail_exit = name, swallow, fail_enter, fail_exit
        print("make", name)

    def __enter__(self):
        print("enter", self.name)
        if self.fail_enter:
            raise RuntimeError(f"enter {self.name}")
        return self.name, 1

    def __exit__(self, kind, value, trace):
        print("exit", self.name, repr(value))
        if self.fail_exit:
            raise KeyError(f"exit {self.name}")
        return self.swallow


with M("a") as (a, one), M("b") as b, M("c"):
    print(a, one, b)
with (M("p", swallow=True), M("q", fail_enter=True) as q,):
    print("never")
with M("outer", swallow=True):
    with M("inner", fail_exit=True):
        raise ValueError("body")
try:
    with M("x", fail_exit=True), M("y", fail_exit=True):
        pass
except KeyError as error:
    print(error, repr(error.__context__))


def early():
    with M("r"):
        return "value"


print(early())
target = {}
with M("t") as target["k"]:
    print(target)
try:
    with M("u", swallow=False) as (only,):
        print("never")
except ValueError as error:
    print(error)
with M("v", swallow=True) as (only,):
    print("never")


class NoEnter:
    def __exit__(self, *exc):
        pass


class NoExit:
    def __enter__(self):
        pass


class Instance:
    pass


on_instance = Instance()
on_instance.__enter__ = lambda: None
on_instance.__exit__ = lambda *a: None
for thing in (NoEnter(), NoExit(), on_instance, 5, None, NoEnter):
    try:
        with thing:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Truthy:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        class Bad:
            def __bool__(self):
                raise OverflowError("no truth")
        return Bad()


with Truthy():
    pass
try:
    with Truthy():
        1 / 0
except OverflowError as error:
    print(repr(error), repr(error.__context__))
