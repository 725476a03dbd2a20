import gevent.time
import time

print(gevent.time.sleep is gevent.sleep, gevent.time.time is time.time, gevent.time.__all__)
from gevent import time as gtime
log = []
g = gevent.spawn(lambda: (gtime.sleep(0.01), log.append('a')))
gtime.sleep(0.02)
print(log)
