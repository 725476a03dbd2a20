# pywsgi: a page over HTTP/1.1, read through a plain socket.
import gevent
from gevent import socket
from gevent.pywsgi import WSGIServer


def application(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/":
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"Hello, world!\n"]
    if path == "/slow":
        gevent.sleep(0.02)
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "4")])
        return [b"slow"]
    start_response("404 Not Found", [("Content-Type", "text/html")])
    return [b"<h1>Not Found</h1>"]


def fetch(path, version="1.1", headers="Connection: close\r\n"):
    s = socket.create_connection(server.address)
    s.sendall(f"GET {path} HTTP/{version}\r\nHost: localhost\r\n{headers}\r\n".encode())
    answer = b""
    while part := s.recv(1000):
        answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")
    names = sorted(line for line in lines if not line.startswith("Date"))
    return status, names, body


server = WSGIServer(("127.0.0.1", 0), application, log=None)
server.start()
for path in ("/", "/missing?x=1"):
    for line in fetch(path):
        print(line)
started = gevent.get_hub().loop.now()
jobs = [gevent.spawn(fetch, "/slow") for _ in range(5)]
gevent.joinall(jobs)
print([job.value[2] for job in jobs])
print(fetch("/", version="1.0", headers="")[0])
s = socket.create_connection(server.address)
for n in range(2):
    s.sendall(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
    answer = b""
    while not answer.endswith(b"slow"):
        answer += s.recv(1000)
    print(n, answer.split(b"\r\n")[0])
s.close()
server.stop()
print(server.closed)
