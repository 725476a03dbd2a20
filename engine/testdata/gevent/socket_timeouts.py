# Timeouts of sockets, and gevent.Timeout around them.
import gevent
from gevent import socket

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(1)
listener.settimeout(0.02)
try:
    listener.accept()
except socket.timeout as e:
    print("accept:", type(e).__name__, e)
client = socket.create_connection(listener.getsockname(), timeout=1)
print(client.gettimeout(), client.timeout)
conn, _ = listener.accept()
print(conn.gettimeout())
client.settimeout(0.02)
try:
    client.recv(1)
except socket.timeout as e:
    print("recv:", e)
client.settimeout(0.0)
try:
    client.recv(1)
except BlockingIOError as e:
    print("non-blocking:", e)
client.setblocking(True)
with gevent.Timeout(0.02, False):
    client.recv(1)
    print("not reached")
try:
    with gevent.Timeout(0.02):
        client.recv(1)
except gevent.Timeout as e:
    print("Timeout:", e)


def late():
    gevent.sleep(0.02)
    conn.sendall(b"late but there")


gevent.spawn(late)
client.settimeout(5)
print(client.recv(100))
client.settimeout(0.05)
conn.settimeout(0.05)
try:
    while True:
        conn.send(b"x" * 100_000)
except socket.timeout as e:
    print("send:", e)
g = gevent.spawn(listener.accept)
gevent.sleep(0)
g.kill()
print(g.value.__class__.__name__, g.dead)
