"""pickle: which hooks are asked, in which order, what they may answer, and the errors of bad answers."""

import copyreg
import io
import pickle


class Log:
    def __init__(self, n=0):
        self.n = n

    def __reduce_ex__(self, protocol):
        print("reduce_ex", protocol)
        return super().__reduce_ex__(protocol)

    def __getstate__(self):
        print("getstate")
        return self.__dict__

    def __setstate__(self, state):
        print("setstate", state)
        self.__dict__ = state


print(pickle.loads(pickle.dumps(Log(3), 4)).n)


class Args:
    def __new__(cls, a, b=0):
        self = super().__new__(cls)
        self.made = a, b
        return self

    def __getnewargs__(self):
        return 7, 8


class Slots:
    __slots__ = "x", "__private", "z"

    def __init__(self):
        self.x, self.__private = 1, 2


class Pairs:
    def __init__(self):
        self.items, self.table = [], {}

    def append(self, x):
        self.items.append(x)

    def __setitem__(self, k, v):
        self.table[k] = v

    def __reduce__(self):
        return Pairs, (), None, iter([1, 2]), iter([("a", 1)])


def set_state(obj, state):
    print("state setter", type(obj).__name__, state)


class SixItems:
    def __reduce__(self):
        return SixItems, (), {"k": 1}, None, None, set_state


print(pickle.loads(pickle.dumps(Args(1))).made, pickle.loads(pickle.dumps(Slots()))._Slots__private, hasattr(pickle.loads(pickle.dumps(Slots())), "z"))
for protocol in (0, 1):
    try:
        pickle.dumps(Slots(), protocol)
    except TypeError as error:
        print(protocol, error)
p = pickle.loads(pickle.dumps(Pairs()))
print(p.items, p.table, Slots().__getstate__(), object().__getstate__(), Log(1).__dict__)


def answer(value):
    class Bad:
        def __reduce__(self):
            return value
    return Bad()


for value in (5, (), (1,), (1, 2), (int, 2), (int, (), 1, 2, 3, 4, 5), (int, (), None, 5), (int, (), None, None, 5), "no_such_global", (lambda: 0, ())):
    try:
        pickle.dumps(answer(value))
        print("fine", type(value).__name__)
    except Exception as error:
        print(type(error).__name__, str(error).replace("0x", "")[:60].split(" at ")[0])
try:
    print(pickle.loads(pickle.dumps(answer((int, ("x",))))))
except ValueError as error:
    print(error)
pickle.loads(pickle.dumps(SixItems()))


class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return "the list" if obj == ["special"] else None

    def reducer_override(self, obj):
        if isinstance(obj, complex):
            return float, (obj.real,)
        return NotImplemented


class Loader(pickle.Unpickler):
    def persistent_load(self, pid):
        return "loaded " + pid

    def find_class(self, module, name):
        if name == "Args":
            raise pickle.UnpicklingError(f"forbidden {module}.{name}")
        return super().find_class(module, name)


buffer = io.BytesIO()
Persistent(buffer).dump([["special"], 3j + 2, {"k": ["special"]}])
print(Loader(io.BytesIO(buffer.getvalue())).load())
try:
    pickle.loads(buffer.getvalue())
except pickle.UnpicklingError as error:
    print(error)
try:
    Loader(io.BytesIO(pickle.dumps(Args(1)))).load()
except pickle.UnpicklingError as error:
    print(error)
memo_buffer = io.BytesIO()
pickler = pickle.Pickler(memo_buffer)
data = [1]
pickler.dump(data)
pickler.dump([data])
pickler.clear_memo()
pickler.dump(data)
memo_buffer.seek(0)
reader = pickle.Unpickler(memo_buffer)
a, b, c = reader.load(), reader.load(), reader.load()
print(a is b[0], a is c, b, c)
for bad in (b"", b"\x80", b"garbage", b"N", b"(.", b"cjson\nnothing\n.", b"\x80\x7f.", b"K", b"X\x05\x00\x00\x00abc", b"I1", b"0.", b"Igarbage\n."):
    try:
        print(pickle.loads(bad))
    except Exception as error:
        print(bad, type(error).__name__, error)
for bad in (lambda: 0, (i for i in ()), io, type("Local", (), {}), open):
    try:
        print(pickle.loads(pickle.dumps(bad)))
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
loop = {}
loop["me"] = [loop]
again = pickle.loads(pickle.dumps(loop))
print(again["me"][0] is again, [len(pickle.dumps(loop, n)) for n in range(6)], pickle.dumps((1, "a", None, 2.5, [True], {b"x": 300}), 2))
