# How a connection ends: shutdown, close, a reset, a broken pipe.
import socket
import struct
import time


def pair():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        a = socket.create_connection(listener.getsockname())
        b, _ = listener.accept()
    return a, b


def attempt(label, fn, *args):
    try:
        print(label, "->", fn(*args))
    except OSError as e:
        print(label, type(e).__name__, e)
    time.sleep(0.02)


a, b = pair()
a.sendall(b"last words")
a.close()
attempt("read what was sent", b.recv, 100)
attempt("then the end", b.recv, 100)
attempt("first send", b.send, b"anybody?")
attempt("second send", b.send, b"anybody?")
attempt("third send", b.send, b"anybody?")
attempt("read", b.recv, 10)

a, b = pair()
b.sendall(b"never read")
time.sleep(0.02)
a.close()
time.sleep(0.02)
attempt("closed with unread data", b.recv, 10)
attempt("after the reset", b.recv, 10)
attempt("send after it", b.send, b"x")

a, b = pair()
a.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
a.close()
time.sleep(0.02)
attempt("linger 0", b.recv, 10)

a, b = pair()
a.shutdown(socket.SHUT_WR)
attempt("send after shutdown", a.send, b"x")
attempt("other direction", b.send, b"still open")
attempt("read it", a.recv, 100)
b.shutdown(socket.SHUT_RDWR)
attempt("both ended", a.recv, 100)

a, b = pair()
a.shutdown(socket.SHUT_RD)
attempt("read after SHUT_RD", a.recv, 10)
attempt("send is allowed", a.send, b"x")

a, b = socket.socketpair()
b.close()
attempt("pair: send", a.send, b"x")
attempt("pair: read", a.recv, 1)
with pair()[0] as c:
    print(c.fileno() >= 0)
print(c.fileno())
