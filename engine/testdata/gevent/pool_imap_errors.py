import gevent
from gevent.pool import Pool

def work(n):
    if n == 2:
        raise ValueError('two')
    return n

p = Pool(2)
it = p.imap(work, range(4))
for i in range(5):
    try:
        print(next(it))
    except (ValueError, StopIteration) as e:
        print(repr(e))

def items():
    yield 1
    raise KeyError('in the iterable')

it = p.imap_unordered(work, items())
for i in range(2):
    try:
        print(next(it))
    except KeyError as e:
        print(repr(e))
