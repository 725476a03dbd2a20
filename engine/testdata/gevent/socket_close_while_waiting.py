# Closing a socket that another greenlet waits for; two greenlets waiting for the same.
import gevent
from gevent import socket
from gevent.exceptions import ConcurrentObjectUseError

a, b = socket.socketpair()


def reader():
    try:
        b.recv(10)
    except OSError as e:
        return f"{type(e).__name__} {e}"


g = gevent.spawn(reader)
gevent.sleep(0.01)
b.close()
g.join(1)
print(g.value)
try:
    b.recv(1)
except OSError as e:
    print(e)
a.close()

a, b = socket.socketpair()
first = gevent.spawn(b.recv, 10)
gevent.sleep(0)


def second():
    try:
        b.recv(10)
    except ConcurrentObjectUseError as e:
        return str(e).split(":")[0]


g = gevent.spawn(second)
g.join()
print(g.value)
a.send(b"for the first")
print(first.get())
both = gevent.spawn(b.recv, 10), gevent.spawn(b.send, b"reading and writing at once")
gevent.sleep(0)
print(a.recv(100))
a.send(b"fine")
print(both[0].get(), both[1].get())
killed = gevent.spawn(b.recv, 10)
gevent.sleep(0)
killed.kill()
a.send(b"again")
print(b.recv(10))
