# Greenlets run in the order in which they were spawned, and only when the spawner waits.
import gevent

def worker(n):
    print('run', n)

for i in range(4):
    gevent.spawn(worker, i)
print('spawned')
gevent.sleep(0)
print('main again')
gevent.spawn(worker, 'late')
print('end: the last one never runs')
