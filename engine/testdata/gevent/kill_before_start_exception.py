import gevent

def work():
    print('never')

g = gevent.spawn(work)
g.kill(ValueError('early'))
print(repr(g.exception), g.successful(), g.dead)
try:
    g.get()
except ValueError as e:
    print('get', e)
