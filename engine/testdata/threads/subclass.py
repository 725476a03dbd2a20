import threading


class Worker(threading.Thread):
    def __init__(self, name, items):
        super().__init__(name=name)
        self.items = items
        self.total = None

    def run(self):
        self.total = sum(self.items)
        print(self.name, "has", self.total)


workers = [Worker(f"worker-{i}", range(i * 10)) for i in range(1, 4)]
for w in workers:
    print(w.name, w.is_alive(), w.ident, w.total)
    w.start()
    w.join()
print([w.total for w in workers], [w.is_alive() for w in workers])


class Forgetful(threading.Thread):
    def __init__(self):
        self.x = 1


f = Forgetful()
try:
    f.start()
except RuntimeError as e:
    print("RuntimeError:", e)
try:
    f.join()
except RuntimeError as e:
    print("RuntimeError:", e)
try:
    repr(f)
except AssertionError as e:
    print("AssertionError:", e)
try:
    f.name
except AssertionError as e:
    print("AssertionError:", e)
