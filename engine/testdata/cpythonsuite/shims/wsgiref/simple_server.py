"""Web servers are not simulated: the names are here to be inherited from."""

from http.server import BaseHTTPRequestHandler, HTTPServer


class WSGIServer(HTTPServer):
    pass


class WSGIRequestHandler(BaseHTTPRequestHandler):
    pass
