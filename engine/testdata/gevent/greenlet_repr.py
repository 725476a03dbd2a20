import gevent
import functools

def f(a, b=2):
    pass

print(gevent.Greenlet(f, 1, b=3))
print(gevent.spawn(f, 'x' * 100))
print(gevent.spawn(lambda: 0))
print(gevent.spawn(functools.partial(f, 1)))
g = gevent.spawn(f, 1)
print(g.name, g.minimal_ident)
print(g)
g.name = 'renamed'
print(g)
g.join()
print(g)

class Sub(gevent.Greenlet):
    def _run(self):
        pass

print(Sub(), repr(Sub()))
h = gevent.spawn(f, 1)
h.kill()
print(h)
