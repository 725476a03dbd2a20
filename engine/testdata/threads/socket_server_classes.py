# socketserver: handlers of lines, threads for requests, datagrams, errors, handle_request.
import socket
import socketserver
import sys
import threading


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.strip().upper() + b"\n")


class Failing(socketserver.BaseRequestHandler):
    def setup(self):
        log.append("setup")

    def handle(self):
        log.append(self.request.recv(100))
        raise ValueError("in the handler")

    def finish(self):
        log.append("finish")


class Quiet(socketserver.TCPServer):
    def handle_error(self, request, client_address):
        log.append(repr(sys.exc_info()[1]))

    def verify_request(self, request, client_address):
        log.append("verify " + client_address[0])
        return True


class Packets(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read()[::-1])


log = []
with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Upper) as server:
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    clients = [socket.create_connection(server.server_address) for _ in range(3)]
    for n, c in enumerate(clients):
        c.sendall(b"client %d\nsecond line\n" % n)
    for c in clients:
        c.shutdown(socket.SHUT_WR)
        with c, c.makefile("r") as f:
            print(f.read().split("\n"))
    server.shutdown()
    thread.join()
print(thread.is_alive(), server.fileno())

with Quiet(("127.0.0.1", 0), Failing) as server:
    with socket.create_connection(server.server_address) as c:
        c.sendall(b"request")
        server.handle_request()
        print(c.recv(10))
    server.timeout = 0.05
    server.handle_timeout = lambda: log.append("timeout")
    server.handle_request()
print(log)
with socketserver.UDPServer(("127.0.0.1", 0), Packets) as server:
    with socket.socket(type=socket.SOCK_DGRAM) as s:
        s.sendto(b"packet", server.server_address)
        server.handle_request()
        print(s.recv(100))
