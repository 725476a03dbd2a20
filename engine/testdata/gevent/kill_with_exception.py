import gevent

class Stop(Exception):
    pass

def work():
    try:
        gevent.sleep(10)
    except Stop as e:
        print('caught', e)
        return 'stopped nicely'

g = gevent.spawn(work)
gevent.sleep(0)
g.kill(Stop('please'))
print(g.value, g.successful())

def stubborn():
    while True:
        try:
            gevent.sleep(10)
        except gevent.GreenletExit:
            print('not me')
            gevent.sleep(0.02)
            return 'later'

g = gevent.spawn(stubborn)
gevent.sleep(0)
g.kill(block=False)
print('not yet', g.dead)
g.join()
print(g.value)
g = gevent.spawn(stubborn)
gevent.sleep(0)
g.kill(timeout=0.001)
print('kill gave up waiting', g.dead)
g.join()

def ignorant():
    gevent.sleep(10)

g = gevent.spawn(ignorant)
gevent.sleep(0)
g.kill(Stop('unhandled'))
print(repr(g.exception))
