import gevent

def work():
    print('never runs')

g = gevent.spawn(work)
g.kill()
print(g.dead, g.started, g.successful(), repr(g.value), repr(g.get()))
h = gevent.Greenlet(work)
h.kill()
print(h.dead, repr(h.value))
h.start()
gevent.sleep(0)
print('still dead', h.dead)
k = gevent.spawn_later(0.01, work)
k.kill()
gevent.sleep(0.02)
print(repr(k.value))
