# Connections wait in the listening socket until they are accepted, in order; data may be there first.
import socket
import time

listener = socket.create_server(("127.0.0.1", 0))
clients = []
for n in range(5):
    c = socket.create_connection(listener.getsockname())
    c.sendall(b"client %d" % n)
    clients.append(c)
clients[1].close()
time.sleep(0.05)
served = []
for n in range(5):
    conn, address = listener.accept()
    print(conn.recv(100), address == clients[n].getsockname() if clients[n].fileno() >= 0 else "closed")
    served.append(conn)
print(served[1].recv(10))
listener.close()
served[0].sendall(b"the listener is closed, we are not")
print(clients[0].recv(100))
for sock in clients + served:
    sock.close()
again = socket.socket()
again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
again.bind(("", 0))
again.listen(1)
print(again.getsockname()[0], again.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
c = socket.create_connection(("localhost", again.getsockname()[1]))
conn, _ = again.accept()
print(conn.getsockname() == c.getpeername(), c.getpeername()[0])
waiting = socket.create_connection(again.getsockname())
again.close()
waiting.settimeout(1)
try:
    print(waiting.recv(10))
except ConnectionResetError as e:
    print(e)
