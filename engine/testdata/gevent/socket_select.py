# gevent.select: select and poll that wait in the hub.
import gevent
from gevent import select, socket

a, b = socket.socketpair()
print(select.select([b], [], [], 0))
print([x is a for x in select.select([], [a], [])[1]])
ticks = []


def ticker():
    for n in range(3):
        ticks.append(n)
        gevent.sleep(0.01)
    a.send(b"x")


g = gevent.spawn(ticker)
ready = select.select([b], [], [])
print(ready[0] == [b], ready[1:], ticks)
print(b.recv(10))
print(select.select([b], [], [], 0.02))
print(select.select([], [], [], 0.01))
c, d = socket.socketpair()
a.send(b"1")
c.send(b"2")
print(select.select([b, d], [], [], 1)[0] == [b, d])
p = select.poll()
p.register(b, 1)
p.register(d.fileno(), 1 | 4)
print(sorted(p.poll(100)) == sorted([(b.fileno(), 1), (d.fileno(), 5)]))
p.unregister(d)
b.recv(10)
print(p.poll(10))
gevent.spawn_later(0.01, a.send, b"later")
print(p.poll() == [(b.fileno(), 1)])
d.close()
for bad in ([d], ["x"]):
    try:
        select.select(bad, [], [], 0)
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__)
try:
    select.select([], [], [], -1)
except ValueError as e:
    print(e)
both = [gevent.spawn(select.select, [b], [], [], 1) for _ in range(2)]
gevent.joinall(both)
print([x.value[0] == [b] for x in both])
