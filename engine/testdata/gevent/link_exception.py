import gevent

def fail():
    raise OSError('gone')

def report(g):
    print('link_exception', repr(g.exception), g.successful())

g = gevent.Greenlet(fail)
g.link_exception(report)
g.link_value(lambda g: print('never'))
g.link(lambda g: print('always', g.ready()))
g.start()
g.join()
gevent.sleep(0)
