# What cannot be pickled, and how that is said.
import pickle
import queue
import threading


def outer():
    def inner():
        pass

    class Local:
        pass
    return inner, Local


class Holder:
    pass


class Renamed:
    pass


Old = Renamed


class Renamed:
    pass


def gen():
    yield


def reduces(what):
    class Bad:
        def __reduce__(self):
            return what
    Bad.__qualname__ = "Bad"
    return Bad()


renamed = lambda: 0
renamed.__qualname__ = "gen"
holder = Holder()
holder.inner = {"lock": [threading.Lock()]}
deep = []
for _ in range(3000):
    deep = [deep]
inner, Local = outer()
nowhere = type("Nowhere", (), {"__module__": "no.such"})
for name, obj in {
    "function in a function": inner, "class in a function": Local, "its instance": Local(),
    "lambda": lambda: 0, "renamed": renamed, "shadowed class": Old, "its instance too": Old(),
    "lock": threading.Lock(), "rlock": threading.RLock(), "inside": holder, "event": threading.Event(),
    "condition": threading.Condition(), "thread": threading.Thread(), "queue": queue.Queue(),
    "simple queue": queue.SimpleQueue(), "local": threading.local(), "generator": gen(), "module": pickle,
    "view": {}.keys(), "memory": memoryview(b"a"), "code": compile("1", "a", "eval"), "property": property(),
    "deep": deep, "no module": nowhere, "number": reduces(5), "too short": reduces((1,)), "not callable": reduces((1, ())),
    "no tuple": reduces((list, [])), "no iterator": reduces((list, (), None, [1])), "wrong name": reduces("missing"),
    "another": reduces("Holder"), "too long": reduces((1, 2, 3, 4, 5, 6, 7)),
}.items():
    try:
        print(name, len(pickle.dumps(obj)))
    except Exception as e:
        print(name, "->", type(e), e)

for data in [b"", b"\x80", b"\x80\x04", b"abc", b"\x80\x04.", b"(.", b"\x80\x09.", b"\x80\x04\x8c\x10ab",
             b"cno.such\nx\n.", b"\x80\x04K\x01", b"h\x05.", b"\xff", b"t.", b"NK\x01b.", "text"]:
    try:
        print(pickle.loads(data))
    except Exception as e:
        print(data, "->", type(e).__name__, e)
pickle.dumps(lambda: 0)
