import gevent
from gevent import monkey
import time

real = time.sleep
print(monkey.is_module_patched('time'))
monkey.patch_time()
print(time.sleep is real, monkey.is_module_patched('time'), monkey.is_object_patched('time', 'sleep'))
print(monkey.get_original('time', 'sleep') is real, monkey.saved['time'] == {'sleep': real})
log = []

def work(n):
    log.append(n)
    time.sleep(n / 100)
    log.append(n)

gevent.joinall([gevent.spawn(work, n) for n in (3, 1, 2)])
print(log)
