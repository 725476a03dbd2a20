# Errors of cooperative sockets are those of the standard library.
import gevent
from gevent import socket


def attempt(label, fn, *args):
    try:
        print(label, "->", fn(*args))
    except Exception as e:
        print(f"{label}: {type(e).__name__} {e}")


unused = socket.socket()
unused.bind(("127.0.0.1", 0))
nobody = unused.getsockname()
attempt("refused", socket.create_connection, nobody)
s = socket.socket()
attempt("connect", s.connect, nobody)
s = socket.socket()
attempt("connect_ex", s.connect_ex, nobody)
fresh = socket.socket()
attempt("recv", fresh.recv, 1)
attempt("send", fresh.send, b"x")
attempt("peer", fresh.getpeername)
attempt("host", socket.gethostbyname, "no-such-host.invalid")
attempt("local", socket.gethostbyname, "localhost")
print(socket.getaddrinfo("127.0.0.1", 80, socket.AF_INET, socket.SOCK_STREAM))
a, b = socket.socketpair()
a.sendall(b"rest")
a.close()
print(b.recv(10), b.recv(10))
attempt("broken", b.send, b"x")
b.close()
attempt("closed", b.send, b"x")
attempt("closed", b.recv, 1)
print(socket.error is OSError, socket.timeout is TimeoutError, socket.socket is not __import__("socket").socket)
print(issubclass(socket.socket, object), socket.AF_INET, socket.SHUT_WR)
