# time.sleep without a patch blocks the hub: nobody else runs meanwhile.
import gevent
import time

log = []

def rude():
    log.append('rude begins')
    time.sleep(0.05)
    log.append('rude ends')

def polite():
    for i in range(3):
        log.append(f'polite {i}')
        gevent.sleep(0.01)

gevent.joinall([gevent.spawn(polite), gevent.spawn(rude)])
print(log)
