# What instances become: state, slots, __getnewargs__, __getstate__, subclasses of containers.
import pickle


class Plain:
    pass


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Slots:
    __slots__ = ("a", "b")


class More(Slots):
    __slots__ = ("c",)


class Both(Slots):
    pass


class Tagged(list):
    pass


class Table(dict):
    pass


class Pair(tuple):
    pass


class Number(int):
    pass


class Args:
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self.made = args, kwargs
        return self

    def __getnewargs_ex__(self):
        return (1, 2), {"k": 3}

    def __getstate__(self):
        return None


class Private:
    def __init__(self):
        self.__secret = 1


class State:
    def __getstate__(self):
        return {"kept": 1}

    def __setstate__(self, state):
        self.got = state


class Falsy:
    def __getstate__(self):
        return 0

    def __setstate__(self, state):
        self.got = state


def rounds(name, obj):
    for protocol in (2, 4):
        data = pickle.dumps(obj, protocol)
        back = pickle.loads(data)
        print(name, protocol, data.hex(), type(back).__name__, getattr(back, "__dict__", None))
    return back


rounds("plain", Plain())
rounds("point", Point(1, "why"))
rounds("points", [Point(1, 2), Point(3, 4)])
one = Slots()
one.a = 1
print(rounds("slots", one).a)
two = More()
two.a, two.c = 1, [2]
print(rounds("more slots", two).c)
three = Both()
three.a, three.z = 3, 4
rounds("slots and dict", three)
tagged = Tagged([1, 2])
tagged.name = "t"
print(rounds("list", tagged))
table = Table(a=1)
table.name = "t"
print(rounds("dict", table))
print(rounds("tuple", Pair((1, 2))), rounds("int", Number(5)) + 1)
rounds("newargs", Args())
rounds("private", Private())
rounds("state", State())
rounds("falsy state", Falsy())
me = Plain()
me.me = me
back = pickle.loads(pickle.dumps(me))
print(back.me is back)
print(one.__reduce_ex__(2)[2], Plain().__reduce_ex__(4)[1:], tagged.__getstate__() is tagged.__dict__)
