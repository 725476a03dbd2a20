import gevent

def ok(n):
    gevent.sleep(n / 100)
    print('ok', n)
    return n

def bad():
    gevent.sleep(0.015)
    raise LookupError('bad one')

gs = [gevent.spawn(ok, 1), gevent.spawn(bad), gevent.spawn(ok, 3)]
try:
    gevent.joinall(gs, raise_error=True)
except LookupError as e:
    print('caught', e, [g.ready() for g in gs])
gs[2].join()
print([g.value for g in gs])
