# serve_forever in a greenlet, stopped from a handler; an error in a handler is reported and the server lives.
import gevent
from gevent import socket
from gevent.server import StreamServer


class Commands(StreamServer):
    def handle(self, sock, address):
        command = sock.recv(100)
        if command == b"fail":
            raise ValueError("asked to fail")
        if command == b"stop":
            self.stop_soon = gevent.spawn_later(0.01, self.stop)
        sock.sendall(b"done: " + command)


server = Commands(("127.0.0.1", 0))
server.start()
forever = gevent.spawn(server.serve_forever)


def ask(command):
    with socket.create_connection(server.address) as s:
        s.sendall(command)
        return s.recv(100)


print(ask(b"work"))
print(forever.dead)
print(ask(b"stop"))
forever.join(1)
print(forever.dead, server.started, server.closed)

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(1)
own = StreamServer(listener, lambda sock, address: sock.sendall(b"own listener"))
own.start()
print(socket.create_connection(listener.getsockname()).recv(100))
own.close()
print(listener.fileno())
with_stop = Commands(("127.0.0.1", 0))
gevent.spawn_later(0.02, with_stop.stop)
with_stop.serve_forever()
print("serve_forever returned", with_stop.closed)
