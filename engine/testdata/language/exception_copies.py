# Exceptions as objects: args against attributes, copies, pickles, new without init, comparison, state.
import copy
import pickle


class Plain(Exception):
    pass


class Init(Exception):
    def __init__(self, a, b=2):
        self.a, self.b = a, b


class Super(Exception):
    def __init__(self, a, b):
        super().__init__(f"{a}-{b}")
        self.both = a, b


class New(Exception):
    def __new__(cls, *args, **keywords):
        self = super().__new__(cls, "from new")
        self.made = True
        return self

    def __init__(self, *args, **keywords):
        pass


class Reduced(Exception):
    def __init__(self, a, *, key):
        super().__init__(a)
        self.key = key

    def __reduce__(self):
        return _make, (self.args[0], self.key), {"extra": 1}


def _make(a, key):
    return Reduced(a, key=key)


def show(error):
    return type(error).__name__, error.args, str(error), {k: v for k, v in vars(error).items()}


for error in (Plain(), Plain("one"), Plain(1, "two"), Init(1), Init(1, b=3), New(5), Reduced("r", key="k"), OSError(2, "gone", "file"), OSError(2, "gone", "a", None, "b"),
              OSError("only text"), KeyError("k"), StopIteration(5), SystemExit(3), ImportError("i", name="n", path="p"), AttributeError("a", name="x", obj=None),
              NameError("n", name="nn"), SyntaxError("msg", ("f", 1, 2, "text", 3, 4)), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why"), ExceptionGroup("g", [ValueError(1)])):
    print(show(error), repr(error))
    for way in (copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))):
        try:
            again = way(error)
            print("  ", show(again) == show(error) or show(again), again is error)
        except Exception as failure:
            print("  ", type(failure).__name__, failure)
for way in (copy.copy, lambda e: pickle.loads(pickle.dumps(e))):
    try:
        print(show(way(Super(1, 2))))
    except TypeError as failure:
        print(failure)
e = Plain("x")
e.args = [1, 2]
print(e.args, e, repr(e))
for wrong in (5, None):
    try:
        e.args = wrong
    except TypeError as failure:
        print(failure)
try:
    del e.args
except TypeError as failure:
    print(failure)
e.__setstate__({"added": 1, "args": ("from state",)})
print(e.added, e.args, vars(e))
try:
    e.__setstate__(5)
except TypeError as failure:
    print(failure)
e.__setstate__(None)
print(Plain(1) == Plain(1), hash(e) == hash(e), e.__reduce__(), Plain("a").__reduce__())
cause, context = KeyError(1), ValueError(2)
e.__cause__, e.__context__ = cause, context
e.add_note("noted")
again = pickle.loads(pickle.dumps(e))
print(again.__cause__, again.__context__, again.__notes__, again.__suppress_context__, e.__suppress_context__, copy.copy(e).__cause__)
try:
    raise e
except Plain as caught:
    print(copy.copy(caught).__traceback__, caught.__traceback__ is not None, caught.with_traceback(None) is caught, caught.__traceback__)
for name, value in (("__cause__", 5), ("__context__", "x"), ("__traceback__", 1), ("__suppress_context__", "no")):
    try:
        setattr(e, name, value)
    except TypeError as failure:
        print(failure)
for name in ("__cause__", "__context__", "__traceback__", "__suppress_context__"):
    try:
        delattr(e, name)
    except TypeError as failure:
        print(failure)
print(BaseException.__new__(ValueError, 1, 2).args, OSError(13, "x").__class__.__name__, OSError.__new__(FileNotFoundError, 1).args, Init.__new__(Init, 5).args)
