# wait_read, wait_write, wait_readwrite on descriptors, their timeouts and errors.
import os
import gevent
from gevent import socket
from gevent.socket import wait_read, wait_readwrite, wait_write

a, b = socket.socketpair()
wait_write(a.fileno())
print("writable")
try:
    wait_read(b.fileno(), timeout=0.01)
except socket.timeout as e:
    print(type(e).__name__, e)
try:
    wait_read(b.fileno(), timeout=0.01, timeout_exc=KeyError("mine"))
except KeyError as e:
    print(repr(e))
wait_readwrite(b.fileno(), timeout=1)
print("one of both")
gevent.spawn_later(0.01, a.send, b"x")
wait_read(b.fileno())
print(b.recv(10))
r, w = os.pipe()


def writer():
    gevent.sleep(0.01)
    os.write(w, b"through a pipe")
    gevent.sleep(0.01)
    os.close(w)


gevent.spawn(writer)
wait_read(r)
print(os.read(r, 100))
wait_read(r)
print(os.read(r, 100))
os.close(r)
for bad in (-1, "x"):
    try:
        wait_read(bad)
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__)
seen = []
g1 = gevent.spawn(lambda: (wait_read(b.fileno()), seen.append("g1")))
g2 = gevent.spawn(lambda: (wait_read(b.fileno()), seen.append("g2")))
gevent.sleep(0)
a.send(b"both")
gevent.joinall([g1, g2])
print(sorted(seen))
