import gevent
from gevent.local import local

stash = local()
stash.x = 1

def f1():
    stash.x = 10
    gevent.sleep(0)
    print(stash.x)

def f2():
    stash.y = 20
    print(stash.y)
    try:
        stash.x
    except AttributeError as e:
        print('x is not local to f2', e)

gevent.joinall([gevent.spawn(f1), gevent.spawn(f2)])
print(stash.x, stash.__dict__, hasattr(stash, 'y'))
del stash.x
try:
    del stash.x
except AttributeError as e:
    print('gone', e)
