# All that __reduce__ may answer: a name, two to six items; and __reduce_ex__, with its protocol.
import pickle


class Items:
    def __init__(self, *args):
        self.args, self.got = args, []

    def append(self, x):
        self.got.append(("append", x))

    def extend(self, xs):
        self.got.append(("extend", list(xs)))

    def __setitem__(self, k, v):
        self.got.append((k, v))

    def __repr__(self):
        return f"{type(self).__name__}{self.args}{self.got}{sorted(self.__dict__.keys() - {'args', 'got'})}"


class Two(Items):
    def __reduce__(self):
        return Two, (1, 2)


class State(Items):
    def __reduce__(self):
        return State, (), {"extra": 1}


class Slotted(Items):
    def __reduce__(self):
        return Slotted, (), (None, {"extra": 1})


class Listed(Items):
    def __reduce__(self):
        return Listed, (), None, iter(self.content)

    content = ()


class Mapped(Items):
    def __reduce__(self):
        return Mapped, (), None, None, iter(self.content)

    content = ()


def put(obj, state):
    obj.got.append(("state", state))


class Setter(Items):
    def __reduce__(self):
        return Setter, (), {"s": 1}, None, None, put


class Ex(Items):
    def __reduce_ex__(self, protocol):
        return Ex, (protocol,)

    def __reduce__(self):
        return Ex, ("never",)


class Named:
    def __reduce__(self):
        return "THE_ONE"


THE_ONE = Named()


class Me:
    def __reduce__(self):
        return Me, (), {"me": self}


for obj in (Two(), State(), Slotted(), Setter(), Ex()):
    for p in (2, 4):
        print(pickle.loads(pickle.dumps(obj, p)))
for n in (0, 1, 2, 1000, 1001):
    listed, mapped = Listed(), Mapped()
    listed.content = range(n)
    mapped.content = [(i, str(i)) for i in range(n)]
    a, b = pickle.dumps(listed), pickle.dumps(mapped)
    print(n, len(a), len(b), [(k, len(v) if k == "extend" else v) for k, v in pickle.loads(a).got], pickle.loads(b).got[-1:])
print(pickle.loads(pickle.dumps(THE_ONE)) is THE_ONE, pickle.dumps(THE_ONE))
me = pickle.loads(pickle.dumps(Me()))
print(me.me is me)
