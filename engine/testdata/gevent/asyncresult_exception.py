import gevent
from gevent.event import AsyncResult

a = AsyncResult()

def waiter(n):
    try:
        a.get()
    except ZeroDivisionError as e:
        print(n, 'got', e, e is a.exception)

gs = [gevent.spawn(waiter, n) for n in range(2)]
gevent.sleep(0)
a.set_exception(ZeroDivisionError('shared'))
gevent.joinall(gs)
print(a.ready(), a.successful(), a.value, repr(a.exception))
print(a.wait())
try:
    a.get(block=False)
except ZeroDivisionError:
    print('again')
