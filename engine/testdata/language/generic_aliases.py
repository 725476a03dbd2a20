# Generic aliases and unions: repr, equality, calls, isinstance, parameters, errors.
import collections
import types
from typing import Optional, TypeVar, Union

T = TypeVar("T")
alias = list[int]
print(alias, repr(dict[str, list[int]]), tuple[int, ...], tuple[()], type[int], set["forward"])
print(alias.__origin__, alias.__args__, alias.__parameters__, type(alias), isinstance(alias, type))
print(alias("ab"), alias == list[int], alias == list[str], hash(alias) == hash(list[int]), alias is list[int])
print(list[T][int], dict[T, list[T]].__parameters__, dict[str, T][bool], list[T][T])
print(collections.OrderedDict[str, int], collections.deque[int], types.GenericAlias(list, (int,)))
print(alias.append is list.append, alias.__name__, alias.__doc__ == list.__doc__)
u = int | None
print(u, int | str | int, u == Optional[int], u == (None | int), u.__args__, type(u))
print(isinstance(3, u), isinstance(None, u), isinstance("s", u), isinstance("s", int | (str | None)), issubclass(bool, int | str))
print(int | list[int], list[int] | None, Union[int, str], Union[int, None], Optional[Union[int, str]])
print((int | str) == (str | int), hash(int | str) == hash(str | int), int | int)


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in ("isinstance([], list[int])", "issubclass(list, list[int])", "isinstance(1, int | list[int])", "int[str]",
             "list[int][str]", "dict[T][int, str]", "int | 3", "None | None", "3 | int", "int | 'str'", 
             "isinstance(1, (int, str | None))", "isinstance(1, [int])", "isinstance(1, 5)", "list[int, str]",
             "alias.nothing", "issubclass(1, int)", "issubclass(int, 1)"):
    attempt(text)


class Sub(list[int]):
    pass


print(Sub.__bases__, Sub.__orig_bases__, Sub.__mro__)


class Own:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Own[int], Own[1, 2])
