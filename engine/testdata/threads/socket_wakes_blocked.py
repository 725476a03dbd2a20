# Threads blocked in recv and accept: who wakes them, and that others run meanwhile.
import socket
import threading
import time

a, b = socket.socketpair()
events = []


def blocked_reader():
    events.append("reading")
    data = b.recv(100)
    events.append(f"got {data!r}")


t = threading.Thread(target=blocked_reader)
t.start()
time.sleep(0.05)
count = sum(i for i in range(10000))
events.append(f"main computed {count}")
print(t.is_alive())
a.send(b"wake up")
t.join()
print(events)


def reader(name, sock, results):
    results.append((name, sock.recv(10)))


results = []
pairs = [socket.socketpair() for _ in range(3)]
threads = [threading.Thread(target=reader, args=(n, p[1], results)) for n, p in enumerate(pairs)]
for t in threads:
    t.start()
for n in (2, 0, 1):
    time.sleep(0.02)
    pairs[n][0].send(b"to %d" % n)
for t in threads:
    t.join()
print(results)


def shut_later(sock):
    time.sleep(0.05)
    sock.shutdown(socket.SHUT_RDWR)


a, b = socket.socketpair()
threading.Thread(target=shut_later, args=(b,)).start()
print("woken by shutdown:", b.recv(10))
a, b = socket.socketpair()
t = threading.Thread(target=lambda: (time.sleep(0.05), a.close()))
t.start()
print("woken by the other's close:", b.recv(10))
t.join()


def use_and_forget():
    a, b = socket.socketpair()
    a.send(b"bye")
    return b


print(use_and_forget().recv(10))
keep = use_and_forget()
keep.recv(10)
print("closed by being forgotten:", keep.recv(10))
