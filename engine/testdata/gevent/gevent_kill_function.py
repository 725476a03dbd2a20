import gevent

def work(n):
    try:
        gevent.sleep(10)
    finally:
        print('over', n)

a, b = gevent.spawn(work, 1), gevent.spawn(work, 2)
gevent.sleep(0)
gevent.kill(a)
print('kill does not wait', a.dead)
gevent.sleep(0)
print(a.dead)
gevent.kill(b, exception=KeyError('x'))
gevent.joinall([a, b])
print(repr(b.exception))
