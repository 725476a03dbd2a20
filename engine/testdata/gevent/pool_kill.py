import gevent
from gevent.pool import Pool

p = Pool(2)

def work(n):
    try:
        gevent.sleep(10)
    except gevent.GreenletExit:
        print('killed', n)
        raise

gs = [p.spawn(work, n) for n in range(2)]
gevent.sleep(0)
p.killone(gs[0])
print(len(p), gs[0].dead, gs[1].dead)
p.kill()
print(len(p), gs[1].dead, p.free_count())
g = p.spawn(work, 'unstarted')
p.kill()
print(repr(g.value))
p.kill()
