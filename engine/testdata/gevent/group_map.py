import gevent
from gevent import getcurrent
from gevent.pool import Group

group = Group()

def hello(n):
    return n, len(group), type(getcurrent()).__name__

print(group.map(hello, range(3)))

def intensive(n):
    gevent.sleep((3 - n) / 100)
    return 'task', n

print('ordered')
for i in group.imap(intensive, range(3)):
    print(i)
print('unordered')
for i in group.imap_unordered(intensive, range(3)):
    print(i)
print(group.apply(intensive, (2,)))
