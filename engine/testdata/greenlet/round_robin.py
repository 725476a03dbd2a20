# A scheduler with a ready queue: tasks give way by switching to the hub.
from collections import deque
from greenlet import getcurrent, greenlet

ready = deque()
hub = None


def spawn(fn, *args):
    g = greenlet(fn, hub)
    ready.append((g, args))
    return g


def give_way(value=None):
    ready.append((getcurrent(), (value,)))
    return hub.switch()


def loop():
    turns = 0
    while ready:
        g, args = ready.popleft()
        g.switch(*args)
        turns += 1
    return turns


def task(name, n):
    for i in range(n):
        print(f"{name}{i}", end=" ")
        give_way()
    if name == "b":
        spawn(task, "B", 2)
    print(f"{name}.", end=" ")


hub = greenlet(loop)
for name, n in (("a", 3), ("b", 1), ("c", 2)):
    spawn(task, name, n)
turns = hub.switch()
print()
print("turns:", turns)


def failing():
    give_way()
    raise ValueError("kills the hub")


hub = greenlet(loop)
spawn(failing)
spawn(task, "z", 5)
try:
    hub.switch()
except ValueError as e:
    print()
    print(e, hub.dead, len(ready))
