import gevent

log = []

def work():
    try:
        gevent.sleep(10)
    finally:
        log.append('cleaning')
        gevent.sleep(0.01)
        log.append('clean')

g = gevent.spawn(work)
gevent.sleep(0)
g.kill()
print(log, g.dead)
h = gevent.spawn(work)
gevent.sleep(0)
h.kill(block=False)
gevent.sleep(0)
print(log, h.dead)
h.join()
print(log)
