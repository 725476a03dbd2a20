# Exceptions through a pickle: args, attributes, notes, causes, classes with other constructors.
import pickle


class Plain(Exception):
    pass


class Two(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.a, self.b = a, b


class Lost(Exception):
    def __init__(self, a, b):
        super().__init__(f"{a} and {b}")


class Kept(Exception):
    def __init__(self, a, *, b):
        super().__init__(a)
        self.b = b

    def __reduce__(self):
        return _kept, (self.args[0], self.b)


def _kept(a, b):
    return Kept(a, b=b)


def raised():
    try:
        try:
            raise KeyError("inner")
        except KeyError as e:
            raise Plain("outer") from e
    except Plain as e:
        e.add_note("a note")
        return e


for e in (Plain(), Plain("x", 1), Two(1, 2), Kept(1, b=2), raised(), OSError(2, "no", "f"), OSError("one"), PermissionError(13, "p"),
          OSError(2, "no", "a", None, "b"), ImportError("i", name="n", path="p"), StopIteration(5), SystemExit(3),
          UnicodeDecodeError("utf8", b"x", 0, 1, "why"), ExceptionGroup("g", [ValueError(1), Plain(2)]), KeyError("k"),
          AttributeError("a", name="n", obj=1)):
    b = pickle.loads(pickle.dumps(e))
    print(type(b).__name__, b.args, b, sorted(vars(b).keys() - {"__notes__"}), getattr(b, "__notes__", None), b.__cause__, b.__traceback__, getattr(b, "filename", None))
try:
    pickle.loads(pickle.dumps(Lost(1, 2)))
except TypeError as e:
    print(e)
