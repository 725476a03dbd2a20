import threading


class Locked:
    def __init__(self, it):
        self.it, self.lock = it, threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.it)


def numbers(n):
    for i in range(n):
        yield i


shared = Locked(numbers(200))
got = [[], [], []]


def take(into):
    for x in shared:
        into.append(x)


threads = [threading.Thread(target=take, args=(g,)) for g in got]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(sum(got, [])) == list(range(200)))
