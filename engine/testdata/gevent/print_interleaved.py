# print is one operation: lines are never torn, switches only happen where a greenlet waits.
import gevent

def counting(name):
    for i in range(3):
        print(name, i, end=' ')
        print('still', name)
        gevent.sleep(0)

gevent.joinall([gevent.spawn(counting, n) for n in 'xyz'])
