# A single-threaded chat-like server on selectors, with three clients in threads.
import selectors
import socket
import threading

sel = selectors.DefaultSelector()
listener = socket.create_server(("127.0.0.1", 0))
listener.setblocking(False)
log = []
finished = 0


def accept(sock):
    conn, _ = sock.accept()
    conn.setblocking(False)
    sel.register(conn, selectors.EVENT_READ, serve)


def serve(conn):
    global finished
    data = conn.recv(1000)
    if data:
        log.append(data)
        conn.sendall(data[::-1])
    else:
        sel.unregister(conn)
        conn.close()
        finished += 1


def client(name, results):
    with socket.create_connection(listener.getsockname()) as s:
        answers = []
        for n in range(3):
            s.sendall(f"{name}{n}".encode())
            answers.append(s.recv(100).decode())
        results[name] = answers


sel.register(listener, selectors.EVENT_READ, accept)
results = {}
clients = [threading.Thread(target=client, args=(name, results)) for name in ("red", "green", "blue")]
for t in clients:
    t.start()
while finished < 3:
    for key, _ in sel.select():
        key.data(key.fileobj)
for t in clients:
    t.join()
sel.close()
print(sorted(results.items()))
print(len(log), sorted(log)[:3], len({bytes(x) for x in log}))
