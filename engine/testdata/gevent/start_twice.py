import gevent

def work():
    print('once')

g = gevent.Greenlet(work)
g.start()
g.start()
g.start_later(0.01)
g.join()
gevent.sleep(0.02)
g.start()
gevent.sleep(0)
print(g.value, g.ready())
