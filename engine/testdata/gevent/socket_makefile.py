# Files over cooperative sockets: lines, iteration, writing, what stays open.
import gevent
from gevent import socket

a, b = socket.socketpair()


def writer():
    with a.makefile("w", encoding="utf-8", newline="\n") as f:
        for n in range(3):
            f.write(f"line {n}: größer\n")
            f.flush()
            gevent.sleep(0.005)
        f.write("without end")
    a.close()


def reader():
    lines = []
    with b.makefile("r", encoding="utf-8") as f:
        for line in f:
            lines.append(line)
    return lines


w, r = gevent.spawn(writer), gevent.spawn(reader)
gevent.joinall([w, r])
print(r.value)
print(b.fileno() >= 0, a.fileno())
a, b = socket.socketpair()
f = b.makefile("rb")
b.close()
print(b.fileno() >= 0)
a.sendall(b"abc\ndef\nghi")
print(f.readline(), f.read(2))
a.shutdown(socket.SHUT_WR)
print(f.read())
f.close()
print(b.fileno())
a, b = socket.socketpair()
rw = a.makefile("rwb", buffering=0)
rw.write(b"raw")
print(b.recv(10))
b.send(b"answer")
print(rw.read(3), rw.readable(), rw.writable(), rw.seekable())
rw.close()
