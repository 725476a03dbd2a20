# A greenlet that fails prints its traceback and a line that says who failed; join does not raise, get does.
import gevent

def fail(x):
    raise ValueError(f'no {x}')

g = gevent.spawn(fail, 7)
g.join()
print(g.successful(), g.ready(), g.value, repr(g.exception), g.exc_info[0])
try:
    g.get()
except ValueError as e:
    print('get raises', e)
try:
    gevent.joinall([g], raise_error=True)
except ValueError as e:
    print('joinall raises', e, e is g.exception)
print(gevent.joinall([g]) == [g])
