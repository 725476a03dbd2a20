# Annotations: evaluation, storage, classes, modules, locals, strings, and typing's reading of them.
import typing

x: int = 5
y: "Forward"
z: list[int] | None = None
(w): int = 1
print(__annotations__)


def noisy(name):
    print("evaluate", name, end="; ")
    return name


class A:
    a: noisy("a") = 1
    b: noisy("b")
    noisy("target")

    def method(self, p: noisy("p"), *args: noisy("args"), k: noisy("k") = 1, **kw: noisy("kw")) -> noisy("return"):
        local: noisy("never") = 2
        other: undefined_name
        return local


print()
print(A.__annotations__, A.method.__annotations__, A().method(1), hasattr(A, "b"))


class B(A):
    pass


class C(B):
    c: "A"
    d: typing.Optional[int] = None


print("__annotations__" in B.__dict__, C.__annotations__, len(C.__annotations__))
d = {}
try:
    d["k"]: int = missing_value
except NameError as error:
    print(error)
d["k"]: undefined_is_evaluated if False else int = 3
print(d)
try:
    v: undefined_annotation = 1
except NameError as error:
    print(error, "v" in globals())
def f() -> None:
    q: int
    try: return q
    except UnboundLocalError as error: return str(error)
print(f(), f.__annotations__, typing.get_type_hints(f), typing.get_origin(list[int]), typing.get_args(dict[str, int]), typing.Optional[int], typing.Union[int, str, int], typing.List[int])
