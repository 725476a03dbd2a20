import gevent

def work(n):
    gevent.sleep(n / 20)
    return n

gs = [gevent.spawn(work, n) for n in (5, 1, 3)]
done = gevent.joinall(gs, timeout=0.1)
print([g.value for g in done], [g.ready() for g in gs])
done = gevent.joinall(gs, count=2)
print([g.value for g in done], [g.ready() for g in gs])
done = gevent.joinall(gs)
print([g.value for g in done])
print(gevent.joinall([]))
