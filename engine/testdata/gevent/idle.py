import gevent

log = []

def quiet():
    gevent.idle()
    log.append('idle')

def busy(n):
    for i in range(3):
        log.append(f'{n}{i}')
        gevent.sleep(0)

gevent.joinall([gevent.spawn(quiet), gevent.spawn(busy, 'a'), gevent.spawn(busy, 'b')])
print(log)
