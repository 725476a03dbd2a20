# __getnewargs__, __getstate__ and __setstate__ in a hierarchy; defaults of object; copyreg.
import copyreg
import pickle


class Base:
    def __init__(self):
        self.base = 1

    def __getstate__(self):
        return dict(self.__dict__, saved=True)


class Child(Base):
    def __init__(self):
        super().__init__()
        self.child = 2
        self.file = open

    def __getstate__(self):
        state = super().__getstate__()
        del state["file"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.file = None


class Celsius(float):
    def __new__(cls, value, unit="C"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __getnewargs__(self):
        return float(self), self.unit


class Name(str):
    __slots__ = ()


class Counted:
    made = 0

    def __init__(self):
        Counted.made += 1


class Wrapped:
    def __init__(self, inner):
        self.inner = inner

    def __getattr__(self, name):
        return getattr(self.inner, name)


c = pickle.loads(pickle.dumps(Child()))
print(sorted(c.__dict__.items(), key=str))
t = pickle.loads(pickle.dumps(Celsius(21.5, "K")))
print(t, t.unit, type(t).__name__, type(pickle.loads(pickle.dumps(Name("n")))).__name__)
x = Counted()
pickle.loads(pickle.dumps(x))
print(Counted.made)
try:
    pickle.loads(pickle.dumps(Wrapped(1)))
except RecursionError:
    print("__getattr__ asks for what is not there yet")
print(object().__getstate__(), Counted().__getstate__(), Base().__getstate__())
print(Counted().__reduce_ex__(2)[1:], (5).__reduce_ex__(4)[1:3], [].__reduce_ex__(4)[1:3])
print(copyreg.__newobj__(Name, "x"), copyreg.__newobj_ex__(Celsius, (1,), {"unit": "F"}).unit)


def reduce_counted(obj):
    return Counted, ()


copyreg.pickle(Counted, reduce_counted)
pickle.loads(pickle.dumps(x))
print(Counted.made, copyreg.dispatch_table[Counted] is reduce_counted)
for bad in (lambda: copyreg.pickle(int, 5), lambda: copyreg.constructor(5), lambda: copyreg.add_extension("m", "n", 0)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
