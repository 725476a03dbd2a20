import gevent

hub = gevent.get_hub()
log = []
a = hub.loop.run_callback(log.append, 'first')
b = hub.loop.run_callback(log.append, 'stopped')
gevent.spawn(log.append, 'spawned')
hub.loop.run_callback(lambda: log.append(gevent.getcurrent() is hub))
b.stop()
print(a.pending, b.pending, bool(a), a.args, a.callback is not None)
gevent.sleep(0)
print(log, a.pending)

def chain(n):
    log.append(n)
    if n:
        hub.loop.run_callback(chain, n - 1)

del log[:]
hub.loop.run_callback(chain, 2)
gevent.spawn(log.append, 'greenlet')
gevent.sleep(0)
print(log)
gevent.sleep(0)
print(log)
