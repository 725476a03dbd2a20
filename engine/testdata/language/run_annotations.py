# Annotations at run time: modules, classes, functions, what is evaluated and what is not.
x: int = 1
y: "text"
z: print("evaluated") = 3
(w): int = 4
data = {}
data["k"]: print("subscript annotated") = 5
print(__annotations__, w)
try:
    y
except NameError as error:
    print(error)


class C:
    a: int
    b: str = "b"
    c: list["C"] = []
    __private: int = 1

    def m(self, p: "C", *args: int, q: float = 1.0, **kw: str) -> None:
        local: undefined_name = 1
        self.attr: print("target annotation") = 2
        unset: int
        try:
            unset
        except UnboundLocalError as error:
            print(error)
        return local


class D(C):
    pass


class E(C):
    e: bytes


print(C.__annotations__, D.__annotations__ is C.__annotations__, E.__annotations__)
print(D.__dict__.get("__annotations__"), hasattr(C, "a"))
print(C().m(None), C.m.__annotations__, list(C.m.__annotations__))


def f(a: 1 + 1, b: [] = None, /, *, c: lambda: 0) -> "ret": ...


print({k: v for k, v in f.__annotations__.items() if k != "c"}, f.__annotations__ is f.__annotations__)
f.__annotations__["new"] = 1
print(sorted(f.__annotations__))
f.__annotations__ = {}
del f.__annotations__
print(f.__annotations__, (lambda: 0).__annotations__)
try:
    f.__annotations__ = 3
except TypeError as error:
    print(error)
for text in ("def f():\n x: int\n global x", "(a, b): int", "[a]: int", "a: int, b: int", "f(): int", "x: int = yield",
             "def f():\n  global g\n  g: int", "a = b: int", "(a): int", "a: int: str", "x: *int"):
    try:
        compile(text, "<t>", "exec")
        print("accepted", repr(text))
    except SyntaxError as error:
        print(error.msg, "|", repr(text))
