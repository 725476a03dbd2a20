# A server with a pool of threads; a barrier shows that the requests overlap.
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

listener = socket.create_server(("127.0.0.1", 0), backlog=16)
together = threading.Barrier(4)


def handle(conn):
    with conn:
        request = conn.recv(100)
        together.wait(5)
        conn.sendall(b"%d" % (int(request) ** 2))


def accept_loop():
    with ThreadPoolExecutor(4) as pool:
        for _ in range(8):
            conn, _ = listener.accept()
            pool.submit(handle, conn)


def ask(n):
    with socket.create_connection(listener.getsockname()) as s:
        s.sendall(str(n).encode())
        answer = b""
        while part := s.recv(100):
            answer += part
        return int(answer)


server = threading.Thread(target=accept_loop)
server.start()
with ThreadPoolExecutor(8) as clients:
    print(list(clients.map(ask, range(8))))
server.join()
listener.close()
try:
    ask(1)
except OSError as e:
    print(type(e).__name__)
print(threading.active_count())
