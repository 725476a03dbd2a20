import gevent
from gevent.pool import Group

def work(n):
    gevent.sleep(n / 100)
    return n

group = Group()
gs = [group.spawn(work, n) for n in (1, 30)]
print(group.join(timeout=0.05), len(group))
group.kill(timeout=1)
print(len(group), gs[0].value, repr(gs[1].value))
print(Group([gevent.spawn(work, 1)]).join())

class Twice(gevent.Greenlet):
    def _run(self):
        return 2 * self.args[0] if self.args else None

class MyGroup(Group):
    greenlet_class = Twice

print(type(MyGroup().spawn()).__name__)
