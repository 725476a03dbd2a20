import gevent
from gevent.threadpool import ThreadPool

pool = ThreadPool(1)

def fail():
    raise ValueError('in the thread')

r = pool.spawn(fail)
try:
    r.get()
except ValueError as e:
    print('caught', e)
print(r.ready(), r.successful(), repr(r.exception))
try:
    pool.apply(fail)
except ValueError as e:
    print('apply', e)
try:
    ThreadPool(-1)
except ValueError as e:
    print(e)
try:
    ThreadPool('two')
except TypeError as e:
    print(e)
