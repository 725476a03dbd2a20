import gevent

def work():
    try:
        print('begins')
        gevent.sleep(10)
        print('not reached')
    except gevent.GreenletExit as e:
        print('killed', repr(e))
        raise
    finally:
        print('cleaned up')

g = gevent.spawn(work)
gevent.sleep(0)
g.kill()
print(g.dead, g.ready(), g.successful(), repr(g.value), g.exception)
print(repr(g.get()))
g.kill()
print('twice is harmless')
