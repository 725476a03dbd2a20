import gevent
from gevent.queue import PriorityQueue, LifoQueue

p = PriorityQueue()
for x in (5, 1, 4):
    p.put(x)
print(p.get(), p.get(), p.peek(), p.get())
p.put((2, 'two'))
p.put((1, 'one'))
print(p.get()[1], p.get()[1])
s = LifoQueue(2)
s.put('a')
s.put('b')
print(s.peek(), s.get(), s.get())

class Job:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

for n in (3, 1, 2):
    p.put(Job(n))
print([p.get().n for _ in range(3)])
p.put(1)
try:
    p.put('x')
except TypeError as e:
    print(e)
