import gevent
from gevent import Greenlet

class Noop(Greenlet):
    def __init__(self, message, n):
        Greenlet.__init__(self)
        self.message = message
        self.n = n

    def _run(self):
        print(self.message, 'begins')
        gevent.sleep(self.n)
        print(self.message, 'ends')
        return self.message.upper()

    def __str__(self):
        return f'Noop({self.message})'

a, b = Noop('second', 0.02), Noop('first', 0.01)
a.start()
b.start()
gevent.joinall([a, b])
print(a, b, a.value, b.get())
c = Noop.spawn('third', 0)
print(type(c).__name__, c.started)
c.join()
print(c.args, c.kwargs)
