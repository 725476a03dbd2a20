import gevent
def f(n):
    print('start', n); gevent.sleep(0.01*n); print('end', n); return n*2
gs=[gevent.spawn(f,i) for i in (3,1,2)]
gevent.joinall(gs)
print([g.value for g in gs], gs[0])
