# SystemExit in a greenlet ends the program.
import gevent
import sys

def leave():
    print('leaving')
    sys.exit(3)

gevent.spawn(leave)
gevent.sleep(0.1)
print('not reached')
