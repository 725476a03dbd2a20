import gevent
from gevent.pool import Group

def fail(n):
    gevent.sleep(n / 100)
    raise ValueError(n)

group = Group()
group.spawn(fail, 1)
group.spawn(fail, 2)
print(group.join())
group.spawn(fail, 3)
try:
    group.join(raise_error=True)
except ValueError as e:
    print('first error', e)
