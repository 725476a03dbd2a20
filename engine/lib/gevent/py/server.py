"""Servers of streams and of datagrams."""

from _socket import SOL_SOCKET as _SOL_SOCKET, SO_REUSEADDR as _SO_REUSEADDR, SO_BROADCAST as _SO_BROADCAST
from gevent import socket as _socket
from gevent.baseserver import BaseServer

__all__ = ['StreamServer', 'DatagramServer']


def _bound(address, reuse_addr, kind, backlog=None):
    sock = _socket.socket(2, kind)
    if reuse_addr:
        sock.setsockopt(_SOL_SOCKET, _SO_REUSEADDR, 1)
    try:
        sock.bind(address)
    except OSError as e:
        strerror = getattr(e, 'strerror', None)
        if strerror is not None:
            e.strerror = strerror + ': ' + repr(address)
        sock.close()
        raise
    if backlog is not None:
        sock.listen(backlog)
    sock.setblocking(0)
    return sock


class StreamServer(BaseServer):
    """Calls handle(socket, address) in a greenlet for each connection."""

    backlog = 256
    reuse_addr = 1

    def __init__(self, listener, handle=None, backlog=None, spawn='default', **ssl_args):
        if ssl_args:
            import _gevent
            _gevent._unsupported('servers with ssl')
        self.ssl_enabled = False
        if backlog is not None:
            if hasattr(listener, 'accept'):
                raise TypeError('backlog must be None when a socket instance is passed')
            self.backlog = backlog
        super().__init__(listener, handle=handle, spawn=spawn)

    def set_listener(self, listener):
        super().set_listener(listener)
        if hasattr(self, 'socket') and not isinstance(self.socket, _socket.socket):
            # A socket of the standard library is watched by its descriptor.
            self.socket = _socket.socket(fileno=self.socket.detach())

    def init_socket(self):
        if not hasattr(self, 'socket'):
            self.socket = self.get_listener(self.address, self.backlog, self.family)
            self.address = self.socket.getsockname()
        self.socket.setblocking(0)

    @classmethod
    def get_listener(cls, address, backlog=None, family=None):
        return _bound(address, cls.reuse_addr, 1, cls.backlog if backlog is None else backlog)

    def do_read(self):
        try:
            fd, address = self.socket._accept()
        except BlockingIOError:
            return
        return _socket.socket(self.socket.family, self.socket.type, self.socket.proto, fileno=fd), address

    def do_close(self, sock, *args):
        sock.close()


class DatagramServer(BaseServer):
    """Calls handle(data, address) in a greenlet for each packet."""

    reuse_addr = 1

    def init_socket(self):
        if not hasattr(self, 'socket'):
            self.socket = self.get_listener(self.address, self.family)
            self.address = self.socket.getsockname()
        self._socket = self.socket

    @classmethod
    def get_listener(cls, address, family=None):
        return _bound(address, cls.reuse_addr, 2)

    def do_read(self):
        try:
            return self.socket.recvfrom(8192)
        except BlockingIOError:
            return

    def sendto(self, *args):
        return self.socket.sendto(*args)
