import gevent

def say(x):
    print(x)

gevent.spawn_later(0.03, say, 'third')
gevent.spawn_later(0.01, say, 'first')
gevent.spawn_later(0.02, say, 'second')
g = gevent.spawn_later(0, say, 'at once')
gevent.spawn(say, 'spawned')
print(g.started, g.dead)
gevent.sleep(0.05)
h = gevent.Greenlet(say, 'start_later')
h.start_later(0.01)
h.join()
