# An echo server in a thread, clients one after the other, the end of the stream.
import socket
import threading


def serve(listener, clients):
    for _ in range(clients):
        conn, address = listener.accept()
        with conn:
            log.append(("client from", address[0]))
            total = 0
            while True:
                data = conn.recv(1024)
                if not data:
                    break
                total += len(data)
                conn.sendall(data.upper())
            log.append(("end of stream after", total))
    log.append("done")


log = []
listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", 0))
listener.listen(5)
host, port = listener.getsockname()
print(host, port > 1024, listener.fileno() >= 3)
server = threading.Thread(target=serve, args=(listener, 3))
server.start()
for n in range(3):
    with socket.create_connection((host, port)) as client:
        assert client.getpeername() == (host, port)
        for word in ("hello", "from client", str(n)):
            client.sendall(word.encode())
            got = b""
            while len(got) < len(word):
                got += client.recv(100)
            print("client", n, got)
        client.shutdown(socket.SHUT_WR)
        print("client", n, "after shutdown:", client.recv(10))
server.join()
print(*log, sep="\n")
listener.close()
print(client.fileno(), listener.fileno())
