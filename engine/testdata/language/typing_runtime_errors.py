"""What the classes and forms of typing refuse at run time, and what they say."""

import typing
from typing import *
from collections.abc import Callable as AbcCallable
import types

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
N = NewType("N", int)


class Box(Generic[T]):
    pass


class Proto(Protocol):
    x: int

    def go(self): ...


@runtime_checkable
class Goes(Protocol):
    def go(self): ...


class Movie(TypedDict, total=False):
    name: str


class Both(Generic[T, P]):
    pass


lines = """
Generic[int]
Generic[T, T]
Generic[()]
Generic()
Optional[int, str]
Optional[1]
Union[()]
Union[1]
Union
Union()
Any()
Any[int]
class C(Any): print('subclass of Any')
class C(Union[int, str]): pass
class C(Optional[int]): pass
class C(Generic): pass
class C(Generic[T], Generic[S]): pass
class C(List[T], Generic[S]): pass
class C(Box[T], Box[int]): pass
class C(Protocol, int): pass
class C(T): pass
class C(N): pass
class C(NamedTuple, Box): x: int
class C(TypedDict, int): pass
class C(TypedDict, total=0, x=1): pass
class C(Movie): name: int = 5
Box[int, str]
Box[()]
Box[int][str]
Box[T][int]
Box[1]
Both[int]
Both[int, 5]
Both[int, [str, bytes]]
List[int, str]
Dict[int]
Tuple[1]
Tuple[...]
Tuple[int, ..., str]
List[int]()
Dict[str, int](a=1)
Callable[int]
Callable[int, str]
Callable[[int], 1, 2]
Callable[[], 3]
AbcCallable[int, str]
Literal[()]
Literal[1, [2]]
Literal[1, 1, True]
ClassVar[1]
ClassVar[int, str]
Final[int][str]
List[ClassVar[int]]
List[Final]
Type[int, str]
Annotated[int]
Annotated[ClassVar[int], 1]
Annotated[int, 1, 2]
Annotated[int]
Concatenate[int]
Concatenate[int, str]
Concatenate[int, P]
Unpack[int]
Unpack[Ts]
Unpack[Tuple[int, str]]
TypeVar('X', int)
TypeVar('X', int, str, bound=int)
TypeVar('X', covariant=True, contravariant=True)
TypeVar('X', bound=1)
TypeVar(5)
TypeVar('A', bound='B').__bound__
TypeVarTuple()
isinstance(1, List[int])
isinstance([], List)
issubclass(list, List)
issubclass(int, Union[int, str])
isinstance(1, Union[int, str])
isinstance(1, Optional[int])
isinstance(1, int | list[int])
isinstance(1, Any)
isinstance(1, T)
isinstance(1, Literal[1])
isinstance(Box(), Box[int])
isinstance(1, Proto)
issubclass(int, Proto)
isinstance(1, Goes)
Proto()
isinstance({}, Movie)
Movie(name='x', z=3)
NewType('A', int)(5), N.__supertype__, repr(N)
int | T, None | T, list[T][int], (T | int)[str]
T[int]
ForwardRef('x y')
ForwardRef(5)
get_type_hints(5)
get_type_hints(print)
cast(5, 'x'), assert_type(1, str), reveal_type
runtime_checkable(int)
final(5)
NamedTuple('A', [('x', int)], y=int)
NamedTuple('A', x=int)._fields
NamedTuple('A', [('x', 5)])
TypedDict('A', {'x': int}, y=1)
TypedDict('A', x=int)
overload(print)()
assert_never(3)
NoReturn[int]
Self[int]
LiteralString()
TypeGuard[int, str]
TypeAlias[int]
Required[int, str]
list[*tuple[int, str]], Tuple[*Ts], tuple[*Ts][int, str]
Box[*Ts]
get_origin(5), get_args(Callable[[int], str]), get_args(Callable[P, int]), get_origin(Annotated[int, 1])
typing.nothing
"""
for line in lines.strip().splitlines():
    try:
        if line.startswith("class"):
            exec(line)
        else:
            print(line, "->", eval(line))
    except Exception as error:
        print(line, "->", type(error).__name__, error)
