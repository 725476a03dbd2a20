# Timeouts: of accept, connect, recv and send; the three modes of a socket.
import socket
import time

listener = socket.create_server(("127.0.0.1", 0))
print(listener.gettimeout(), listener.getblocking(), listener.timeout)
listener.settimeout(0.1)
started = time.monotonic()
try:
    listener.accept()
except socket.timeout as e:
    print(type(e).__name__, e, e.args, e.errno, round(time.monotonic() - started, 1))
listener.setblocking(False)
print(listener.gettimeout(), listener.getblocking())
try:
    listener.accept()
except BlockingIOError as e:
    print(type(e).__name__, e)
listener.settimeout(5)
client = socket.create_connection(listener.getsockname(), timeout=2)
print(client.gettimeout())
conn, _ = listener.accept()
print(conn.gettimeout(), listener.gettimeout())
client.settimeout(0.05)
for _ in range(2):
    try:
        client.recv(10)
    except TimeoutError as e:
        print("recv", e)
conn.sendall(b"late")
time.sleep(0.05)
print(client.recv(10))
conn.settimeout(0.1)
sent = 0
try:
    while True:
        sent += conn.send(b"x" * 65536)
except TimeoutError as e:
    print("send", e, sent > 100_000)
try:
    conn.sendall(b"y" * 65536)
except TimeoutError as e:
    print("sendall", e)
client.settimeout(None)
got = 0
while got < sent:
    got += len(client.recv(1 << 20))
print(got >= sent)
socket.setdefaulttimeout(3)
print(socket.socket().gettimeout(), socket.getdefaulttimeout())
socket.setdefaulttimeout(None)
for bad in (-1, "x"):
    try:
        client.settimeout(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
print(client.gettimeout())
