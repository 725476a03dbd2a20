import gevent
from gevent.pool import Pool

log = []

def work(n):
    log.append(f'work {n}')
    return n

def items():
    for i in range(5):
        log.append(f'item {i}')
        yield i

for x in Pool(5).imap(work, items(), maxsize=2):
    log.append(f'result {x}')
    gevent.sleep(0)
print('\n'.join(log))
