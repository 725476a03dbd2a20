# Pickler and Unpickler with hooks, files with several pickles, old protocols.
import copyreg
import pickle


class File:
    def __init__(self, data=b""):
        self.data, self.at = data, 0

    def write(self, data):
        self.data += data
        return len(data)

    def read(self, n):
        piece = self.data[self.at:self.at + n]
        self.at += len(piece)
        return piece

    def readinto(self, buffer):
        piece = self.read(len(buffer))
        buffer[:len(piece)] = piece
        return len(piece)

    def readline(self):
        end = self.data.find(b"\n", self.at) + 1
        return self.read(end - self.at)


class Row:
    def __init__(self, key):
        self.key = key


class Thing:
    def __init__(self):
        self.a = 1


class Store(pickle.Pickler):
    def persistent_id(self, obj):
        if isinstance(obj, Row):
            return "row", obj.key


class Fetch(pickle.Unpickler):
    def persistent_load(self, pid):
        return "<%s %s>" % pid

    def find_class(self, module, name):
        print("find", module, name)
        if name == "Evil":
            raise pickle.UnpicklingError("forbidden")
        return super().find_class(module, name)


class Evil:
    pass


file = File()
store = Store(file)
thing = Thing()
store.dump([Row(1), thing, Row(2)])
store.dump(thing)
store.clear_memo()
store.dump(thing)
print(len(file.data), file.data.hex())
fetch = Fetch(File(file.data))
print([type(x).__name__ for x in fetch.load()[1:]])
print(type(fetch.load()).__name__, type(fetch.load()).__name__)
try:
    Fetch(File(pickle.dumps(Evil))).load()
except pickle.UnpicklingError as e:
    print(e)

file = File()
for obj in ([1, 2], "x", {"k": 1}):
    pickle.dump(obj, file)
file.data += b"I5\n.(lp0\nI1\naI2\na.S'ab\\n'\n.V\\u65e5x\n.L5L\n.F1.5\n.(dp0\nS'a'\np1\nI1\ns.c__builtin__\nlen\n.(I1\nI2\nt."
try:
    while True:
        print(pickle.load(file))
except EOFError:
    print("end")


class Override(pickle.Pickler):
    def reducer_override(self, obj):
        return (str, ("no",)) if obj is Evil else NotImplemented


class Dispatch(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[Thing] = lambda obj: (list, ((1, 2),))


for kind in (Override, Dispatch):
    file = File()
    kind(file).dump([Evil, 1j] if kind is Override else [Thing(), 1j])
    print(pickle.loads(file.data))
copyreg.pickle(Evil, lambda e: (int, ("7",)))
print(pickle.loads(pickle.dumps([Evil()])))
copyreg.add_extension("__main__", "Row", 240)
print(pickle.dumps(Row), pickle.loads(pickle.dumps(Row)) is Row)
print(pickle.Pickler, pickle.PicklingError.__mro__[1], pickle.dumps(1, -1), pickle.DEFAULT_PROTOCOL)
