# An error in a link is reported; the other links are told all the same.
import gevent

def bad(g):
    raise ZeroDivisionError('in a link')

g = gevent.spawn(lambda: 1)
g.link(bad)
g.link(lambda g: print('the next link'))
g.join()
gevent.sleep(0)
print('main')
