import gevent
from gevent.event import AsyncResult

a = AsyncResult()

def setter():
    gevent.sleep(0.01)
    a.set('hello')

def waiter(n):
    print(n, a.get())

gevent.joinall([gevent.spawn(setter), gevent.spawn(waiter, 1), gevent.spawn(waiter, 2)])
print(a.ready(), a.successful(), a.value, a.exception, a.get(), a.get_nowait(), a.wait())
a.set('again')
print(a.get())
print(a.done(), a.result(), a.cancelled())
