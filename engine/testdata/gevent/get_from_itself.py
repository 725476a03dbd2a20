# A greenlet that joins itself waits for ever.
import gevent

def work():
    try:
        gevent.getcurrent().join(timeout=0.01)
        print('timeout over')
        gevent.getcurrent().get(timeout=0.01)
    except gevent.Timeout as t:
        print('get timed out', t)
    return 'end'

g = gevent.spawn(work)
g.join()
print(g.value)
