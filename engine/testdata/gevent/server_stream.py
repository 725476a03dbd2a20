# StreamServer: start, handlers in greenlets, stop; what it says about itself.
import gevent
from gevent import socket
from gevent.server import StreamServer

events = []


def handle(sock, address):
    events.append(("begin", type(sock).__module__, address[0]))
    while data := sock.recv(100):
        sock.sendall(b"<" + data + b">")
    events.append("end")


server = StreamServer(("127.0.0.1", 0), handle)
print(server.started, server.closed, server.server_host)
server.start()
print(server.started, server.server_port > 0, server.address[0])
s = socket.create_connection(server.address)
s.sendall(b"one")
print(s.recv(100))
t = socket.create_connection(("127.0.0.1", server.server_port))
t.sendall(b"two")
print(t.recv(100))
s.close()
gevent.sleep(0.01)
print(events)
server.stop(timeout=0.01)
print(server.started, server.closed)
t.sendall(b"still served?")
t.settimeout(0.1)
try:
    print(t.recv(100))
except OSError as e:
    print(type(e).__name__)
t.close()
gevent.sleep(0.01)
print(events[-1])
try:
    socket.create_connection(("127.0.0.1", server.address[1]))
except ConnectionRefusedError as e:
    print(e)
print(repr(StreamServer(("127.0.0.1", 0), handle)))
for bad in ("no port", None):
    try:
        StreamServer(bad, handle)
    except Exception as e:
        print(type(e).__name__)
