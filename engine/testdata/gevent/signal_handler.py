# A signal handler runs in a greenlet of its own, and may wait.
import gevent
import os
import signal

def handler(x, y=0):
    print('handler', x, y, type(gevent.getcurrent()).__name__)
    gevent.sleep(0.01)
    print('handler ends')

s = gevent.signal_handler(signal.SIGUSR1, handler, 'arg', y=2)
gevent.spawn_later(0.01, os.kill, os.getpid(), signal.SIGUSR1)
gevent.sleep(0.1)
s.cancel()
try:
    gevent.signal_handler(signal.SIGUSR1, None)
except TypeError as e:
    print(e)
