import gevent

def stop():
    raise KeyboardInterrupt('from a greenlet')

g = gevent.spawn(stop)
try:
    gevent.sleep(0.1)
    print('not reached')
except KeyboardInterrupt as e:
    print('main gets it', e)
print(repr(g.exception))
