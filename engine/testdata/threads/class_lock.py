import threading


class Stack:
    def __init__(self):
        self._items = []
        self._lock = threading.RLock()

    def push(self, x):
        with self._lock:
            self._items.append(x)

    def pop(self):
        with self._lock:
            return self._items.pop() if self._items else None

    def move(self, other):
        with self._lock:
            while (x := self.pop()) is not None:
                other.push(x)


class Singleton:
    _instance = None
    _lock = threading.Lock()

    def __new__(cls):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    cls._instance = super().__new__(cls)
        return cls._instance


s, t = Stack(), Stack()
workers = [threading.Thread(target=lambda i=i: [s.push((i, j)) for j in range(100)]) for i in range(3)]
for w in workers:
    w.start()
for w in workers:
    w.join()
s.move(t)
print(len(s._items), len(t._items), len(set(t._items)))
found = []
workers = [threading.Thread(target=lambda: found.append(Singleton())) for _ in range(5)]
for w in workers:
    w.start()
for w in workers:
    w.join()
print(len(set(map(id, found))))
