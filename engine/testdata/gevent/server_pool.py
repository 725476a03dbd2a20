# A StreamServer with a pool: no more than so many connections at a time.
import gevent
from gevent import socket
from gevent.pool import Pool
from gevent.server import StreamServer

active = peak = 0


def handle(sock, address):
    global active, peak
    active += 1
    peak = max(peak, active)
    sock.sendall(b"hello")
    gevent.sleep(0.2)
    active -= 1


pool = Pool(2)
server = StreamServer(("127.0.0.1", 0), handle, spawn=pool)
server.start()
print(server.pool is pool, server.full())


def client(n):
    s = socket.create_connection(server.address)
    data = s.recv(100)
    rest = s.recv(100)
    s.close()
    return n, data, rest


clients = [gevent.spawn(client, n) for n in range(6)]
gevent.sleep(0.1)
print(server.full(), pool.free_count(), active)
gevent.joinall(clients)
print(sorted(c.value for c in clients))
print(peak, active, server.full())
server.stop()
number = StreamServer(("127.0.0.1", 0), handle, spawn=1)
number.start()
print(number.pool.size)
print(client.__name__, [g.value for g in gevent.joinall([gevent.spawn(lambda: socket.create_connection(number.address).recv(10))])])
number.stop()
raw = StreamServer(("127.0.0.1", 0), handle, spawn=gevent.spawn_raw)
raw.start()
print(socket.create_connection(raw.address).recv(10), raw.pool)
raw.stop()
