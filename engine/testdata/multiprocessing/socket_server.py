# A server in a process of its own, clients in others; the listening socket is inherited.
import multiprocessing as mp
import socket


def serve(listener):
    for _ in range(2):
        conn, _ = listener.accept()
        with conn:
            conn.sendall(conn.recv(100).upper())


def ask(address, queue, word):
    with socket.create_connection(address) as s:
        s.sendall(word)
        queue.put(s.recv(100))


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", 0))
    server = mp.Process(target=serve, args=(listener,))
    server.start()
    queue = mp.Queue()
    clients = [mp.Process(target=ask, args=(listener.getsockname(), queue, word)) for word in (b"x", b"y")]
    for p in clients:
        p.start()
    print(sorted(queue.get() for _ in clients))
    for p in clients:
        p.join()
    server.join()
    print(server.exitcode)
    a, b = socket.socketpair()
    p = mp.Process(target=lambda: b.sendall(b"from the other end"))
    p.start()
    print(a.recv(100))
    p.join()
    print(p.exitcode)
