# A greenlet that is started again when it fails.
import gevent

runs = 0

def worker():
    global runs
    runs += 1
    gevent.sleep(0.001)
    if runs < 3:
        raise RuntimeError(f'crash {runs}')
    return 'stable'

def supervise():
    while True:
        g = gevent.spawn(worker)
        g.join()
        if g.successful():
            return g.value
        print('restart after', g.exception)

print(gevent.spawn(supervise).get())
