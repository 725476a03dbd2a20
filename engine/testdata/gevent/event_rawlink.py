import gevent
from gevent.event import Event

e = Event()

def link(x):
    print('linked', x is e, x.is_set())

e.rawlink(link)
e.rawlink(lambda x: print('second'))
print(e.linkcount())
e.unlink(link)
e.set()
gevent.sleep(0)
e.rawlink(link)
gevent.sleep(0)
print('end', e)
