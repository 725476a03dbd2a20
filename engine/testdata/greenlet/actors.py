# Actors: a greenlet each, a mailbox each, and a loop that delivers.
from collections import defaultdict, deque
from greenlet import getcurrent, greenlet


class Actor(greenlet):
    all = []

    def __init__(self, name):
        super().__init__()
        self.name = name
        self.inbox = deque()
        Actor.all.append(self)

    def receive(self):
        while not self.inbox:
            self.parent.switch()
        return self.inbox.popleft()

    def send(self, message):
        self.inbox.append((getcurrent().name if isinstance(getcurrent(), Actor) else "world", message))


class Player(Actor):
    other = None

    def run(self):
        while True:
            sender, n = self.receive()
            print(f"{self.name} got {n} from {sender}")
            if n == 0:
                return "lost"
            self.other.send(n - 1)


class Counter(Actor):
    def run(self):
        counts = defaultdict(int)
        while sum(counts.values()) < 3:
            counts[self.receive()[0]] += 1
        return dict(counts)


def run_all():
    results = {}
    while any(a.inbox for a in Actor.all if not a.dead) or any(not a for a in Actor.all if not a.dead):
        for a in Actor.all:
            if not a.dead and (a.inbox or not a):
                got = a.switch()
                if a.dead:
                    results[a.name] = got
    return results


left, right = Player("left"), Player("right")
left.other, right.other = right, left
counter = Counter("counter")
left.send(4)
for _ in range(3):
    counter.send("tick")
print(run_all())
print([(a.name, a.dead) for a in Actor.all])
for a in Actor.all:
    if not a.dead:
        print(a.name, repr(a.throw()))
