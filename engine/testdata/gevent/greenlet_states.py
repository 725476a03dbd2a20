import gevent

def show(what, g):
    print(f'{what:12}', 'bool', bool(g), 'started', g.started, 'ready', g.ready(), 'dead', g.dead,
          'successful', g.successful(), 'value', g.value, 'exception', g.exception)

def work():
    gevent.sleep(0.01)
    return 'result'

g = gevent.Greenlet(work)
show('new', g)
g.start()
show('scheduled', g)
gevent.sleep(0)
show('waiting', g)
g.join()
show('done', g)
print(g.exc_info, g.get(), g.get(block=False), g.get(timeout=0))
g.start()
show('start again', g)
