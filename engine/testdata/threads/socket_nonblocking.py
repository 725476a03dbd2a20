# A non-blocking socket: connect in progress, nothing to read, a full connection.
import errno
import select
import socket

listener = socket.create_server(("127.0.0.1", 0))
listener.setblocking(False)
client = socket.socket()
client.setblocking(False)
code = client.connect_ex(listener.getsockname())
print(errno.errorcode[code])
_, writable, _ = select.select([], [client], [], 2)
print(writable == [client], client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
readable, _, _ = select.select([listener], [], [], 2)
conn, address = readable[0].accept()
print(conn.getblocking(), address == client.getsockname())
try:
    client.recv(10)
except BlockingIOError as e:
    print(e)
conn.setblocking(False)
sent = 0
while True:
    try:
        sent += conn.send(b"a" * 10000)
    except BlockingIOError as e:
        print("full", e.errno == errno.EAGAIN)
        break
print(select.select([], [conn], [], 0))
got = 0
while got < sent:
    select.select([client], [], [], 2)
    try:
        got += len(client.recv(1 << 16))
    except BlockingIOError:
        pass
print(got == sent, select.select([], [conn], [], 2)[1] == [conn])
refused = socket.socket()
refused.setblocking(False)
unused = socket.socket()
unused.bind(("127.0.0.1", 0))
print(errno.errorcode[refused.connect_ex(unused.getsockname())])
select.select([], [refused], [], 2)
print(errno.errorcode[refused.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)])
print(refused.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
