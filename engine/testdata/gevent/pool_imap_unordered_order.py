import gevent
from gevent.pool import Pool, Group

def work(n):
    gevent.sleep(n * 0.01)
    return n

print(list(Group().imap_unordered(work, [4, 2, 0, 3, 1])))
print(list(Pool(2).imap_unordered(work, [4, 2, 1, 6])))
it = Pool(1).imap_unordered(work, [1, 2])
print(type(it).__name__, next(it), next(it))
try:
    next(it)
except StopIteration:
    print('StopIteration')
