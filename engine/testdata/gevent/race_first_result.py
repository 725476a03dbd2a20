import gevent
from gevent.event import AsyncResult

def source(name, delay, result):
    gevent.sleep(delay)
    if not result.ready():
        result.set(name)

result = AsyncResult()
gs = [gevent.spawn(source, *x, result) for x in (('slow', 0.06), ('fast', 0.01), ('middle', 0.03))]
print(result.get())
gevent.killall(gs)
print([repr(g.value) for g in gs])
