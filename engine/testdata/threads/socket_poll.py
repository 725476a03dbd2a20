# select.poll and select.epoll: masks, hang-up, edge and one-shot.
import select
import socket

a, b = socket.socketpair()
p = select.poll()
p.register(a, select.POLLIN)
p.register(b.fileno(), select.POLLIN | select.POLLOUT)
print(p.poll(0) == [(b.fileno(), select.POLLOUT)])
a.send(b"x")
print(p.poll(1000) == [(b.fileno(), select.POLLIN | select.POLLOUT)])
p.modify(b, select.POLLIN)
print(p.poll(0) == [(b.fileno(), select.POLLIN)])
p.unregister(b)
print(p.poll(10))
for fn in (lambda: p.unregister(b), lambda: p.modify(b, 1), lambda: p.register("x")):
    try:
        fn()
    except (KeyError, OSError, TypeError) as e:
        print(type(e).__name__)
b.recv(1)
p.register(b)
a.close()
events = dict(p.poll(100))
print(bool(events[b.fileno()] & select.POLLHUP), bool(events[b.fileno()] & select.POLLIN))
b.close()
print([mask == select.POLLNVAL for _, mask in p.poll(0)])

a, b = socket.socketpair()
with select.epoll() as ep:
    ep.register(b, select.EPOLLIN)
    print(ep.poll(0), ep.poll(0.01), ep.closed)
    a.send(b"level")
    print(ep.poll(1) == ep.poll(1) == [(b.fileno(), select.EPOLLIN)])
    ep.modify(b, select.EPOLLIN | select.EPOLLET)
    print(len(ep.poll(0.05)), len(ep.poll(0.05)))
    a.send(b"edge")
    print(len(ep.poll(0.05)), len(ep.poll(0.05)))
    ep.modify(b, select.EPOLLIN | select.EPOLLONESHOT)
    print(len(ep.poll(0.05)), len(ep.poll(0.05)))
    ep.modify(b, select.EPOLLOUT)
    print(ep.poll(1) == [(b.fileno(), select.EPOLLOUT)])
    try:
        ep.register(b, select.EPOLLIN)
    except FileExistsError as e:
        print(e)
    ep.unregister(b)
    try:
        ep.unregister(b)
    except FileNotFoundError as e:
        print(e)
    ep.register(a, select.EPOLLIN)
    ep.register(b, select.EPOLLIN | select.EPOLLOUT)
    a.close()
    print([bool(mask & select.EPOLLHUP) for fd, mask in ep.poll(1) if fd == b.fileno()])
print(ep.closed)
try:
    ep.poll(0)
except ValueError as e:
    print(e)
