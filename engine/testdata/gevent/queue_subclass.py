# A subclass may say how items are put in and taken out.
import gevent
from gevent.queue import Queue

class Doubling(Queue):
    def _put(self, item):
        print('put', item)
        super()._put(item * 2)

    def _get(self):
        item = super()._get()
        print('get', item)
        return item

q = Doubling(1)
q.put(1)
g = gevent.spawn(q.put, 2)
gevent.sleep(0)
print(q.qsize(), q.full())
print(q.get())
print(q.get(), g.ready())
print(q.peek(block=False) if q.qsize() else 'empty')
