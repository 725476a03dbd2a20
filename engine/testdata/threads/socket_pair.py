# socketpair between threads: order, partial reads, full buffers, detach and fileno.
import os
import socket
import threading

a, b = socket.socketpair()
print(a.family.name, a.type.name, a.proto, a.getsockname() == "")
a.send(b"one")
a.send(b"two")
print(b.recv(4), b.recv(100))
a.sendall(b"x" * 10)
print(b.recv(3, socket.MSG_PEEK), b.recv(3), b.recv(100))
buffer = bytearray(8)
a.send(b"abcdefghij")
print(b.recv_into(buffer), buffer)
print(b.recv_into(memoryview(buffer)[3:]), buffer)
a.send(b"123456")
print(b.recv_into(buffer, 4), buffer, b.recv(10))
big = bytes(range(256)) * 4000
received = bytearray()


def reader():
    while len(received) < len(big):
        received.extend(b.recv(50000))


t = threading.Thread(target=reader)
t.start()
a.sendall(big)
t.join()
print(len(received), received == big)


def filler():
    a.sendall(b"ab" * 3)


t = threading.Thread(target=filler)
t.start()
print(b.recv(6, socket.MSG_WAITALL))
t.join()
fd = a.detach()
print(a.fileno(), fd >= 0)
os.write(fd, b"by descriptor")
print(b.recv(100))
again = socket.socket(fileno=fd)
print(again.family.name, again.fileno() == fd)
b.send(b"back")
print(os.read(again.fileno(), 10))
other = again.dup()
again.close()
other.send(b"dup lives")
print(b.recv(100))
other.close()
print(b.recv(100))
