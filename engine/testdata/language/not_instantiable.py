# Types that only the interpreter makes objects of; and containers that hold themselves.
from collections import deque


def generator():
    yield


for kind in (type({}.keys()), type({}.values()), type({}.items()), type(generator()), type(iter([])), type(iter({}))):
    try:
        kind()
    except TypeError as e:
        print(e)
bounded = deque([1], maxlen=3)
bounded.append(bounded)
print(bounded)
both = [bounded]
bounded.append(both)
print(both)


class Loud:
    def __repr__(self):
        raise ValueError("no")


q = deque([Loud()])
for _ in range(2):
    try:
        repr(q)
    except ValueError as e:
        print(e)
