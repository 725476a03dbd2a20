"""Encrypted connections are not simulated; the name is here to say so."""

from . import protocols


class SSLProtocol(protocols.BufferedProtocol):
    def __init__(self, *args, **kwargs):
        from _asyncio import _unsupported
        _unsupported('asyncio: connections with ssl are not simulated; leave ssl= out')
