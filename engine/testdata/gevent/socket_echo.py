# gevent.socket: clients and a server in one thread, all waiting in the hub.
import gevent
from gevent import socket

log = []


def serve(listener, n):
    for _ in range(n):
        conn, address = listener.accept()
        gevent.spawn(handle, conn)


def handle(conn):
    while True:
        data = conn.recv(100)
        if not data:
            break
        conn.sendall(data.upper())
    conn.close()
    log.append("handler ends")


def client(n, address):
    s = socket.create_connection(address)
    answers = []
    for word in ("a", "bc", "def"):
        s.sendall(f"{word}{n}".encode())
        answers.append(s.recv(100).decode())
        gevent.sleep(0.01)
    s.close()
    return answers


listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(5)
server = gevent.spawn(serve, listener, 3)
clients = [gevent.spawn(client, n, listener.getsockname()) for n in range(3)]
gevent.joinall(clients)
for c in clients:
    print(c.value)
gevent.sleep(0.05)
print(server.dead, log)
listener.close()
print(type(listener).__module__, listener.fileno())
