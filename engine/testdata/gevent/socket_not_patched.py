# Without patching, a plain socket blocks the hub: nobody else runs meanwhile.
import socket
import threading
import time
import gevent

a, b = socket.socketpair()
trace = []


def waits():
    trace.append("waits")
    trace.append(b.recv(10).decode())


def others():
    for n in range(3):
        trace.append(f"other {n}")
        gevent.sleep(0)


def helper():
    time.sleep(0.1)
    a.send(b"got it")


t = threading.Thread(target=helper)
t.start()
gevent.joinall([gevent.spawn(waits), gevent.spawn(others)])
t.join()
print(trace)
from gevent import socket as green

a, b = green.socketpair()
trace.clear()
gevent.spawn_later(0.05, a.send, b"got it")
gevent.joinall([gevent.spawn(waits), gevent.spawn(others)])
print(trace)
