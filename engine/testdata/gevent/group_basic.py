import gevent
from gevent.pool import Group

group = Group()

def talk(msg):
    for i in range(2):
        print(msg, i)
        gevent.sleep(0)

group.add(gevent.spawn(talk, 'bar'))
group.add(gevent.spawn(talk, 'foo'))
g = gevent.spawn(talk, 'fizz')
group.add(g)
print(len(group), g in group, g in list(group))
group.discard(g)
print(len(group), group.full())
print(group.join())
g.join()
print(len(group), group.greenlets)
