import gevent

log = []

def worker(name, rounds):
    for i in range(rounds):
        log.append(f'{name}{i}')
        gevent.sleep(0)

gevent.joinall([gevent.spawn(worker, 'a', 3), gevent.spawn(worker, 'b', 1), gevent.spawn(worker, 'c', 2)])
print(' '.join(log))
