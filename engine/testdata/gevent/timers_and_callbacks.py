# What has become ready meanwhile comes before the timers that are due later.
import gevent

log = []

def sleeper(n, t):
    gevent.sleep(t)
    log.append(n)
    gevent.spawn(log.append, f'child of {n}')
    gevent.sleep(0)
    log.append(f'{n} again')

gs = [gevent.spawn(sleeper, n, t) for n, t in (('c', 0.06), ('a', 0.02), ('b', 0.04))]
gevent.joinall(gs)
print(log)
