import gevent

def work(n):
    try:
        gevent.sleep(10)
    except gevent.GreenletExit:
        print('exit', n)
        raise

gs = [gevent.spawn(work, i) for i in range(3)]
gevent.sleep(0)
late = gevent.spawn(work, 'unstarted')
gevent.killall(gs + [late])
print([g.dead for g in gs], repr(late.value))
gs = [gevent.spawn(work, i) for i in range(2)]
gevent.sleep(0)
print(gevent.killall(gs, block=False), [g.dead for g in gs])
gevent.sleep(0)
print([g.dead for g in gs])
gevent.killall([])

def stubborn():
    try:
        gevent.sleep(10)
    except gevent.GreenletExit:
        gevent.sleep(0.05)

gs = [gevent.spawn(stubborn)]
gevent.sleep(0)
try:
    gevent.killall(gs, timeout=0.01)
except gevent.Timeout as t:
    print('timeout', t)
gevent.joinall(gs)
