# The end of the main greenlet is the end of all: what still sleeps never wakes.
import gevent

def work():
    print('begins')
    gevent.sleep(1)
    print('never')

gevent.spawn(work)
gevent.spawn(work)
gevent.sleep(0.01)
print('main ends')
