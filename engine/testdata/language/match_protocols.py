# Which classes match sequence and mapping patterns, repeated keys and attributes, and what keys are asked with.
import collections
from collections import UserDict, UserList, defaultdict, deque
from collections.abc import Mapping, MutableSequence, Sequence


def kind(x):
    match x:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"
    return "neither"


class C: ...
class ListFirst(list, Mapping):
    def __getitem__(self, key): ...
class DictFirst(dict, Sequence): ...
class M1(UserDict, Sequence): ...
class S1(C, UserList, Mapping): ...


class Parent: ...
class Before(Parent): ...


print(kind(Before()), kind(Parent()))
Sequence.register(Parent)
class After(Parent): ...
class Neither: ...
Mapping.register(Parent)
print(kind(Before()), kind(Parent()), kind(After()), kind(Neither()))
print([kind(x) for x in (ListFirst(), DictFirst(), M1(), S1(), "text", b"bytes", bytearray(b"x"), range(2), deque("ab"), memoryview(b"ab"), {1}, iter([]), defaultdict(int), collections.Counter("a"), (x for x in ""))])


class Asked(Mapping):
    def __getitem__(self, key):
        print("  getitem", key)
        return key * 2

    def get(self, key, default=None):
        print("  get", key, default is None)
        return default if key == "gone" else key

    def __iter__(self): return iter("ab")
    def __len__(self): return 2


match Asked():
    case {"gone": _}:
        print("never")
    case {"a": x, "b": y}:
        print(x, y)
d = defaultdict(list)
match d:
    case {"missing": _}:
        print("never")
    case {**rest}:
        print("rest", rest, dict(d))


class Keys:
    a = b = "k"


class Twice:
    __match_args__ = ("a", "a")
    a = 1


class Same:
    __match_args__ = ("a", "b")
    a = b = 1


class Bad:
    __match_args__ = ["a"]


class Worse:
    __match_args__ = ("a", 5)


def attempt(number):
    match number:
        case 0:
            match {"k": 1}:
                case {Keys.a: 1, Keys.b: 1}: return "never"
        case 1:
            match Twice():
                case Twice(1, 1): return "never"
        case 2:
            match Same():
                case Same(1, a=1): return "never"
        case 3:
            match Bad():
                case Bad(1): return "never"
        case 4:
            match Worse():
                case Worse(1, 2): return "never"
        case 5:
            match Same():
                case Same(1, 2, 3): return "never"
        case 6:
            match 5:
                case int(5, 5): return "never"
        case 7:
            match 5:
                case Keys.a(): return "never"
    return "nothing"


for n in range(8):
    try:
        print(n, attempt(n))
    except (TypeError, ValueError) as error:
        print(n, type(error).__name__, error)
for text in ('{f"": _}', '{0: _, 0j: _}', '{1: _, True: _}', '{"a": 1, "a": 2}', "{-1: x, -1.0: y}", "{a: 1}", "{**r, 'a': 1}", "{**_}", "{'a': 1, **r, **s}", "{f(): 1}", "{1 + 1j: 1, 1 + 1j: 2}", "{None: 1, False: 2}"):
    try:
        compile(f"match x:\n case {text}: pass", "t", "exec")
        print("fine:", text)
    except SyntaxError as error:
        print(text, "->", error.msg, error.offset, error.end_offset)
