import gevent
from gevent.local import local

class Count(local):
    common = 'shared'

    def __init__(self, start):
        print('init in', 'main' if gevent.getcurrent().parent is None else 'greenlet')
        self.n = start

    def add(self):
        self.n += 1
        return self.n

    @property
    def double(self):
        return 2 * self.n

c = Count(10)
c.add()

def work():
    print(c.n, c.add(), c.double, c.common)

gevent.joinall([gevent.spawn(work), gevent.spawn(work)])
print(c.n, c.double)
try:
    local(1)
except TypeError as e:
    print(e.args[0])
