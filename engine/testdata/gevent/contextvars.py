# Each greenlet has a context of its own.
import gevent
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='default')
var.set('main')

def work(n):
    print(n, 'begins with', var.get())
    var.set(n)
    gevent.sleep(0)
    print(n, 'has', var.get())

gevent.joinall([gevent.spawn(work, 'a'), gevent.spawn(work, 'b')])
print(var.get())
