# What objects of the standard library become.
import collections
import dataclasses
import datetime
import enum
import functools
import operator
import pickle
from typing import NamedTuple


class Colour(enum.Enum):
    RED = 1
    GREEN = "g"


class Rights(enum.Flag):
    READ = 1
    WRITE = 2


@dataclasses.dataclass
class Item:
    name: str
    price: float = 1.5


@dataclasses.dataclass(frozen=True, slots=True)
class Frozen:
    x: int


Pair = collections.namedtuple("Pair", "a b")


class Typed(NamedTuple):
    a: int
    b: str = "z"


class Nested:
    class Inner:
        def method(self):
            return 5

    @staticmethod
    def static():
        pass

    @classmethod
    def klass(cls):
        return cls


class Failure(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.more = 1


def shown(x):
    text = repr(x)
    return type(x).__name__ if " at 0x" in text else text


for obj in [
    Colour.RED, [Colour.RED, Colour.GREEN, Colour.RED], Rights.READ, Rights.READ | Rights.WRITE, Item("a"), Frozen(4),
    Pair(1, 2), Typed(1), collections.deque([1, 2], 3), collections.OrderedDict(a=1, b=2), collections.Counter("abca"),
    collections.defaultdict(list, {1: [2]}), collections.ChainMap({1: 2}), functools.partial(int, base=2),
    datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2, 3, 4, 5, 6), datetime.time(1, 2, 3, 4),
    datetime.timedelta(1, 2, 3), datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone.utc),
    operator.itemgetter(1, 2), operator.attrgetter("a.b"), operator.methodcaller("f", 1, k=2), list[int], 1 + 2j,
    range(1, 10, 2), slice(1, None), len, str.upper, "abc".upper, dict.fromkeys, Nested.Inner, Nested.Inner().method,
    Nested.static, Nested.klass, ValueError("bad"), Failure(1, 2), KeyError("k"), OSError(2, "no"), StopIteration(5),
]:
    data = pickle.dumps(obj)
    print(len(data), data.hex() if len(data) < 150 else "", shown(pickle.loads(data)))
back = pickle.loads(pickle.dumps(Failure(1, 2)))
print(back.args, back.more, pickle.loads(pickle.dumps(Nested.Inner().method))())
print(pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED)
