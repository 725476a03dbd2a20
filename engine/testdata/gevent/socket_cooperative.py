# A greenlet that waits for a socket lets others run; who is woken when.
import gevent
from gevent import socket

a, b = socket.socketpair()
trace = []


def reader():
    trace.append("reader waits")
    trace.append(b.recv(100))


def ticker():
    for n in range(3):
        trace.append(f"tick {n}")
        gevent.sleep(0.01)
    a.send(b"from the ticker")
    trace.append("sent")


gevent.joinall([gevent.spawn(reader), gevent.spawn(ticker)])
print(trace)


def filler():
    n = 0
    while n < 2_000_000:
        n += a.send(b"x" * 65536)
    a.close()
    return n


def drainer():
    n = 0
    while data := b.recv(100_000):
        n += len(data)
    return n


f, d = gevent.spawn(filler), gevent.spawn(drainer)
gevent.joinall([f, d])
print(f.value == d.value, f.value >= 2_000_000)

pairs = [socket.socketpair() for _ in range(3)]
order = []


def wait_for(n):
    pairs[n][1].recv(10)
    order.append(n)


gs = [gevent.spawn(wait_for, n) for n in range(3)]
gevent.sleep(0)
for n in (1, 2, 0):
    pairs[n][0].send(b"!")
    gevent.sleep(0.005)
gevent.joinall(gs)
print(order)
