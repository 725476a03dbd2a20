# A bounded buffer between greenlets without any lock.
from collections import deque
from greenlet import getcurrent, greenlet

main = getcurrent()
log = []


class Channel:
    def __init__(self, size):
        self.items = deque()
        self.size = size
        self.readers = deque()
        self.writers = deque()

    def put(self, item):
        while len(self.items) >= self.size:
            self.writers.append(getcurrent())
            main.switch()
        self.items.append(item)
        if self.readers:
            runnable.append(self.readers.popleft())

    def get(self):
        while not self.items:
            self.readers.append(getcurrent())
            main.switch()
        item = self.items.popleft()
        if self.writers:
            runnable.append(self.writers.popleft())
        return item


def producer(name, channel, n):
    for i in range(n):
        channel.put((name, i))
        log.append(f"+{name}{i}")
    channel.put(None)


def consumer(channel, producers):
    total = 0
    while producers:
        item = channel.get()
        if item is None:
            producers -= 1
            continue
        log.append(f"-{item[0]}{item[1]}")
        total += 1
    return total


channel = Channel(2)
runnable = deque()
c = greenlet(consumer)
runnable.append(greenlet(lambda: producer("a", channel, 3)))
runnable.append(greenlet(lambda: producer("b", channel, 2)))
runnable.append(greenlet(lambda: print("consumed", c.switch(channel, 2))))
while runnable:
    runnable.popleft().switch()
print(" ".join(log))
print(c.dead, list(channel.items))
