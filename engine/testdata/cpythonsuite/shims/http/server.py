"""Web servers are not simulated: the names are here to be inherited from."""

import unittest


class HTTPServer:
    def __init__(self, *args, **kwargs):
        raise unittest.SkipTest("needs a web server")


class BaseHTTPRequestHandler:
    pass
