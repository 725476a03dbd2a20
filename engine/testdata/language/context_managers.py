# with: order of calls, several items, suppression, exceptions inside __exit__, missing methods.
class Manager:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value, trace is not None)
        if self.fail == "exit":
            raise KeyError("exit " + self.name)
        return self.swallow


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (
    Manager("c", swallow=True) as c,
    Manager("d"),
):
    raise ValueError("inside")
print("after")
try:
    with Manager("e"), Manager("f", fail="exit"):
        raise ValueError("first")
except KeyError as error:
    print(repr(error), repr(error.__context__))
try:
    with Manager("g"), Manager("h", fail="enter"):
        print("never")
except RuntimeError as error:
    print(error)


def leave():
    for n in range(3):
        with Manager(f"loop{n}"):
            if n == 0:
                continue
            if n == 1:
                break
    with Manager("return"):
        return "value"


print(leave())


class HalfA:
    def __enter__(self):
        pass


class HalfB:
    def __exit__(self, *a):
        pass


for thing in (HalfA(), HalfB(), 3):
    try:
        with thing:
            pass
    except TypeError as error:
        print(type(error).__name__, error)
obj = Manager("inst")
obj.__exit__ = lambda *a: print("instance attribute is not used")
with obj as (first, *rest), Manager("tuple") as [x, *y]:
    print(first, rest, x, y)
