from typing import *
import typing
from dataclasses import *
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Callable[[int], str], Callable[..., Any], Tuple[int, ...], Any, Type[int], Iterable[str], Literal["a", 1])
T = TypeVar("T"); print(T)
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, Stack[int])
class P(NamedTuple):
    x: int
    y: int = 2
    def total(self): return self.x + self.y
print(P(1), P(1, 5).total(), P._fields)
class TD(TypedDict):
    a: int
print(TD(a=1), TD.__annotations__)
@runtime_checkable
class HasF(Protocol):
    def f(self): ...
class X:
    def f(self): pass
print(isinstance(X(), HasF), isinstance(1, HasF))
def fn(a: int, b: "str" = "x") -> Optional[int]: ...
print(get_type_hints(fn), get_origin(List[int]), get_args(Dict[str, int]), cast(int, "a"))
UserId = NewType("UserId", int); print(UserId(5), Awaitable[int], AsyncIterator[int], isinstance([], typing.List))
@dataclass
class A:
    x: int
    y: str = "d"
    z: list = field(default_factory=list)
    w: ClassVar[int] = 3
print(A(1), A(1) == A(1), A(1, "b", [2]), fields(A)[0].name, asdict(A(1, z=[A(2)])), astuple(A(1)), replace(A(1), x=5), A.__match_args__)
@dataclass(frozen=True, order=True)
class B:
    a: int
    b: float = field(default=0.5, compare=False)
b = B(1); print(b, hash(b) == hash(B(1)), B(1) < B(2), sorted([B(3), B(1)]))
try: b.a = 2
except FrozenInstanceError as e: print(type(e).__name__, e)
@dataclass
class C(A):
    q: int = 0
    def __post_init__(self): self.q += 1
print(C(1, q=5), is_dataclass(C), A.__doc__)
for f in (lambda: A(), lambda: dataclass(type("Q", (), {"__annotations__": {"a": list}, "a": []}))):
    try: f()
    except Exception as e: print(type(e).__name__, e)
@dataclass(kw_only=True, slots=True)
class D:
    k: int
    v: int = 1
print(D(k=1), D.__slots__)
match A(1, "q"):
    case A(x=1, y=yy): print("matched", yy)
class Node:
    def f(self, other: "Node") -> "Node": ...
print(get_type_hints(Node.f)["other"].__name__)
