# pywsgi: what the application sees, bodies, streamed answers, errors.
import gevent
from gevent import socket
from gevent.pywsgi import WSGIServer


def application(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/environ":
        start_response("200 OK", [("Content-Type", "text/plain")])
        keys = ("REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", "SERVER_PROTOCOL", "REMOTE_ADDR", "HTTP_X_WORD",
                "CONTENT_TYPE", "wsgi.url_scheme", "wsgi.multithread", "SCRIPT_NAME", "HTTP_HOST")
        return ["\n".join(f"{k}={environ.get(k)!r}" for k in keys).encode()]
    if path == "/post":
        body = environ["wsgi.input"].read()
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"got ", str(len(body)).encode(), b" ", body]
    if path == "/stream":
        start_response("200 OK", [("Content-Type", "text/plain")])
        return (b"part %d\n" % n for n in range(3))
    if path == "/write":
        write = start_response("200 OK", [("Content-Type", "text/plain")])
        write(b"written ")
        return [b"and returned"]
    if path == "/created":
        start_response("204 No Content", [])
        return []
    raise KeyError(path)


def talk(request):
    s = socket.create_connection(server.address)
    s.sendall(request)
    answer = b""
    while part := s.recv(1000):
        answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = [line for line in head.decode().split("\r\n") if not line.startswith("Date")]
    return lines, body


server = WSGIServer(("127.0.0.1", 0), application, log=None)
server.start()
lines, body = talk(b"GET /environ?a=1&b=%20x HTTP/1.1\r\nHost: here\r\nX-Word: value\r\nConnection: close\r\n\r\n")
print(body.decode())
print(talk(b"POST /post HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"))
print(talk(b"POST /post HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))
print(talk(b"GET /stream HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
print(talk(b"GET /stream HTTP/1.0\r\n\r\n"))
print(talk(b"GET /write HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
print(talk(b"GET /created HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
print(talk(b"HEAD /post HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
server.stop()
