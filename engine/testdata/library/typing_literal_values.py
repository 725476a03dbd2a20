"""Literal keeps a value once; 1 and True are different values."""
from typing import Literal, get_args, get_origin

for t in (Literal[1, "a", 1], Literal[1, True, 0, False], Literal["x"], Literal[None, b"b", "b"]):
    print(t, get_args(t), get_origin(t) is Literal)
print(Literal["r", "w"] == Literal["w", "r"], Literal["r"] == Literal["w"], Literal[1, 1] == Literal[1])
