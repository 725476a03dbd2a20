# monkey.patch_all: code for threads and plain sockets runs in greenlets.
from gevent import monkey

monkey.patch_all()
import select
import socket
import threading
import gevent

print(socket.socket is gevent.socket.socket, select.select.__module__)
print(monkey.is_module_patched("socket"), monkey.is_module_patched("select"), hasattr(select, "epoll"))
listener = socket.create_server(("127.0.0.1", 0))
print(type(listener).__module__)
log = []


def serve():
    for _ in range(2):
        conn, _ = listener.accept()
        with conn:
            data = conn.recv(100)
            log.append(data)
            conn.sendall(data[::-1])


def client(text, results):
    with socket.create_connection(listener.getsockname()) as s:
        s.sendall(text)
        results.append(s.recv(100))


results = []
server = threading.Thread(target=serve)
server.start()
for text in (b"abc", b"xyz"):
    t = threading.Thread(target=client, args=(text, results))
    t.start()
    t.join()
server.join()
print(log, results)
a, b = socket.socketpair()
gevent.spawn_later(0.01, a.send, b"woken")
ready, _, _ = select.select([b], [], [], 1)
print(ready == [b], b.recv(10))
import selectors

with selectors.DefaultSelector() as sel:
    sel.register(b, selectors.EVENT_READ, "b")
    gevent.spawn_later(0.01, a.send, b"again")
    print([(key.data, events) for key, events in sel.select(1)])
