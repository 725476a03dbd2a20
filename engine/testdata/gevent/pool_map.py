import gevent
from gevent.pool import Pool

p = Pool(3)

def work(n):
    gevent.sleep((5 - n) / 100)
    return n * 10

print(p.map(work, range(5)))
print(list(p.imap(work, range(5))))
print(sorted(p.imap_unordered(work, range(5))))
print(list(p.imap(lambda a, b: a + b, [1, 2, 3], [10, 20, 30])))
print(p.map(work, []), list(p.imap(work, [])), list(p.imap_unordered(work, [])))
