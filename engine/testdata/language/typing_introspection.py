"""get_type_hints, protocols, NamedTuple, TypedDict and generics as they look to a running program."""

import collections.abc
import dataclasses
import typing
from typing import *

T = TypeVar("T")
K = TypeVar("K", bound="Later")
C = TypeVar("C", int, str, covariant=False)
D = TypeVar("D", contravariant=True)
Ts = TypeVarTuple("Ts")
P = ParamSpec("P")


class Node(Generic[T]):
    next: "Optional[Node[T]]" = None
    value: T
    where: Annotated[int, "metres"]
    kind: ClassVar[str] = "node"

    def link(self, other: "Node[T]", n: int = None, *rest: str, flag: bool = True) -> None: ...


class Later(Node[int]):
    extra: "list[Later]"


for target in (Node, Later, Node.link, typing):
    try:
        print(get_type_hints(target))
    except Exception as error:
        print(error)
print(get_type_hints(Node, include_extras=True)["where"], Node.__parameters__, Later.__orig_bases__, Later.__mro__, Node[int].__args__, Node[int].__origin__)
print(repr(T), repr(K), repr(D), K.__bound__, C.__constraints__, T.__name__, P.args, P.kwargs, P.args.__origin__ is P, repr(Ts), repr(P))
n = Node[int]()
print(n.__orig_class__, type(n), Node[int] == Node[int], Node[int] is Node[int], hash(Node[int]) == hash(Node[int]), Node[T][str], Node[List[T]][bool])


class Unknown:
    x: "Missing"


try:
    get_type_hints(Unknown)
except NameError as error:
    print(error)
print(get_type_hints(Unknown, localns={"Missing": int}))


@runtime_checkable
class Sized2(Protocol):
    size: int

    def grow(self, by: int) -> None: ...


class Fits:
    size = 1

    def grow(self, by):
        pass


class Lacks:
    def grow(self):
        pass


print(isinstance(Fits(), Sized2), isinstance(Lacks(), Sized2), Sized2._is_protocol, getattr(Sized2, "_is_runtime_protocol"))
try:
    issubclass(Fits, Sized2)
except TypeError as error:
    print(error)
lacks = Lacks()
lacks.size = 3
print(isinstance(lacks, Sized2), isinstance([], collections.abc.Sized), isinstance(5, SupportsInt), isinstance("", SupportsIndex), issubclass(float, SupportsFloat))


class Explicit(Sized2):
    size = 4


print(Explicit().grow(1), Explicit._is_protocol, isinstance(Explicit(), Sized2))


class Point(NamedTuple):
    "A point."
    x: int
    y: "float" = 0.5

    def norm(self):
        return self.x + self.y


print(Point(1), Point(1).norm(), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__, Point.__mro__[1:], Point.__orig_bases__ if hasattr(Point, "__orig_bases__") else None)
for body in ("class A(NamedTuple):\n  x: int = 1\n  y: int", "class A(NamedTuple):\n  _x: int", "class A(NamedTuple):\n  x: int\n  __new__ = 1", "class A(NamedTuple):\n  x: int\n  _fields = ()"):
    try:
        exec(body)
    except Exception as error:
        print(type(error).__name__, error)


class Base(TypedDict):
    a: int
    b: NotRequired[str]


class More(Base, total=False):
    c: Required[bytes]
    d: "float"


print(More.__annotations__, More.__required_keys__ == {"a", "c"}, sorted(More.__optional_keys__), More.__total__, More.__bases__, is_typeddict(More), is_typeddict(dict))
print(get_type_hints(More), get_type_hints(More, include_extras=True)["c"], type(More(a=1)), TypedDict("Alt", {"in": int}).__annotations__)
print([repr(x) for x in (List[int], Dict[str, Any], Optional[int], Union[int, None, str], Union[int, int], Callable[[int], str], Callable[..., Any], Tuple[()], Tuple[int, ...], Type[T], ClassVar[int])])
print([repr(x) for x in (Literal["a", 1, None], Annotated[int, 5], Iterator[T], List, Any, NoReturn, Self, Deque[int], DefaultDict[str, int], Concatenate[int, P], Unpack[Ts], Generator[int, str, None])])
print(Union[int, str] == Union[str, int], Optional[None], Union[int], Literal[1] == Literal[True], List[int] == list[int], Union[int, str] == int | str, hash(Union[int, str]) == hash(Union[str, int]))
print(Callable[[T, int], K].__parameters__, Callable[P, T][[int, str], bool], Dict[K, T].__parameters__, Dict[str, T][int], Tuple[Unpack[Ts]][int, str], get_origin(List[int]), get_args(Dict[str, int]), get_args(Literal[1, 2]))


@overload
def area(x: int) -> int: ...
@overload
def area(x: str) -> str: ...
def area(x):
    return x


print(len(get_overloads(area)), area(3), no_type_check(Node.link) is Node.link, get_type_hints(Node.link), TYPE_CHECKING, final(Fits).__final__)
