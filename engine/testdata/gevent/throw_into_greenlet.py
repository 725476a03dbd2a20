import gevent

def work():
    try:
        gevent.sleep(10)
    except KeyError as e:
        print('thrown', e)
        gevent.sleep(0.01)
    return 'end'

def thrower(g):
    g.throw(KeyError('from outside'))
    print('thrower goes on')

g = gevent.spawn(work)
gevent.sleep(0)
t = gevent.spawn(thrower, g)
gevent.joinall([g], timeout=0.05)
print(g.value, t.ready())
