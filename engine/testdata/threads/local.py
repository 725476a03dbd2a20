import threading
import time

data = threading.local()
data.x = "main"


def work(n):
    print(n, hasattr(data, "x"), data.__dict__)
    data.x = n
    time.sleep(0.05)
    print(n, data.x, data.__dict__)


for n in range(2):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
print(data.x, data.__dict__)
del data.x
try:
    data.x
except AttributeError as e:
    print(e)
try:
    del data.y
except AttributeError as e:
    print("AttributeError", e)


class Connection(threading.local):
    number = 2

    def __init__(self, host, *, port=80):
        print("connects", host, port, threading.current_thread() is threading.main_thread())
        self.host = host
        self.seen = []

    def note(self, x):
        self.seen.append(x)
        return len(self.seen)


c = Connection("here", port=1)
print(c.note(1), c.note(2), c.number, c.host)


def use():
    print(c.note(3), c.seen, c.number)


t = threading.Thread(target=use)
t.start()
t.join()
print(c.seen)
try:
    c.nothing
except AttributeError as e:
    print(e)
