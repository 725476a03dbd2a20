# A switch keeps any number of frames.
import gevent

def deep(n):
    if n == 0:
        gevent.sleep(0)
        return 0
    return 1 + deep(n - 1)

gs = [gevent.spawn(deep, n) for n in (10, 200, 500)]
gevent.joinall(gs)
print([g.value for g in gs])

def endless(n):
    return endless(n + 1)

g = gevent.spawn(endless, 0)
g.rawlink(lambda g: None)
gevent.get_hub().NOT_ERROR += (RecursionError,)
g.join()
print(type(g.exception).__name__)
