import gevent
from gevent import Timeout

t = Timeout(0.02)
print(t.pending)
t.start()
print(t.pending)
t.cancel()
print(t.pending)
gevent.sleep(0.03)
print('no timeout')
t = Timeout.start_new(0.01)
try:
    gevent.sleep(1)
except Timeout as e:
    print(e is t)
finally:
    t.close()
t = Timeout(0.01)
t.start()
try:
    t.start()
except AssertionError as e:
    print('already started')
t.cancel()
u = Timeout.start_new(t)
print(u is t, t.pending)
t.cancel()
print(Timeout.start_new(None).pending)
