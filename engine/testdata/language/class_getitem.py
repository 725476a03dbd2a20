# __class_getitem__, generic aliases of built-in classes, unions.
class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class SubBox(Box):
    pass


print(Box[int], SubBox[1, 2], Box[...], Box["x", 1:2])


class Plain:
    pass


for subscript in (lambda: Plain[int], lambda: int[str], lambda: Box()[1], lambda: 5[0], lambda: None["k"]):
    try:
        print(subscript())
    except TypeError as error:
        print("TypeError:", error)
alias = list[int]
print(alias, alias.__origin__, alias.__args__, alias([1, 2]), type(alias).__name__, alias == list[int], hash(alias) == hash(list[int]))
print(dict[str, list[int]], tuple[int, ...], type[int], set["Forward"], frozenset[int | None], tuple[()])
print(isinstance(alias, type), list[int] is list[int], dict[str, int].__mro_entries__(()), [*tuple[int, str].__args__])
union = int | str | None
print(union, union.__args__, isinstance(3, union), isinstance(2.5, union), int | str == str | int, int | int, type(union).__name__)
print(issubclass(bool, int | str), isinstance(None, int | None), (int | list[str]).__args__)
for check in (lambda: isinstance(1, list[int]), lambda: issubclass(list, list[int]), lambda: isinstance(1, (int | list[int])), lambda: int | 3, lambda: "x" | int):
    try:
        print(check())
    except TypeError as error:
        print("TypeError:", error)


class Numbers(list[int]):
    pass


print(Numbers.__bases__, Numbers.__orig_bases__, Numbers([1]), Numbers.__mro__[1])
