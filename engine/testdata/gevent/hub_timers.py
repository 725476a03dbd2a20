import gevent

hub = gevent.get_hub()
log = []
t = hub.loop.timer(0.02)
print(t.active, t.pending, t.ref, t.priority, t.callback, t.args)
t.start(log.append, 'late')
u = hub.loop.timer(0.01)
u.start(log.append, 'early')
stopped = hub.loop.timer(0.01)
stopped.start(log.append, 'never')
stopped.stop()
print(t.active, t.callback is not None, t.args, stopped.active)
gevent.sleep(0.03)
print(log, t.active)
r = hub.loop.timer(0.01, 0.01)
r.start(log.append, 'tick')
gevent.sleep(0.035)
r.close()
gevent.sleep(0.02)
print(log)
try:
    hub.loop.timer(1).start(None)
except TypeError as e:
    print(e)
