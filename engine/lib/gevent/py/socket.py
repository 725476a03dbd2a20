"""Sockets whose operations let other greenlets run while they wait."""

import socket as _real
import _socket as _calls
from _socket import SOL_SOCKET as _SOL_SOCKET, SO_ERROR as _SO_ERROR
from gevent.hub import get_hub, getcurrent, sleep as _sleep
from gevent.timeout import Timeout
from gevent.exceptions import ConcurrentObjectUseError

__implements__ = ['create_connection', 'socket', 'SocketType', 'fromfd', 'socketpair', 'getaddrinfo', 'gethostbyname',
                  'gethostbyname_ex', 'gethostbyaddr', 'getnameinfo', 'getfqdn']
__extensions__ = ['cancel_wait', 'wait_read', 'wait_write', 'wait_readwrite']
for _name in _real.__all__:
    if _name not in __implements__:
        globals()[_name] = getattr(_real, _name)
__imports__ = [_name for _name in _real.__all__ if _name not in __implements__]
__all__ = __implements__ + __extensions__ + __imports__
AddressFamily, SocketKind = _real.AddressFamily, _real.SocketKind
_socket_class = _real.socket


class cancel_wait_ex(_real.error):
    def __init__(self):
        super().__init__(9, 'File descriptor was closed in another greenlet')


_READ, _WRITE = 1, 2
_default = object()


def _wait(watcher, timeout, error):
    hub = get_hub()
    if watcher.active:
        raise ConcurrentObjectUseError('This socket is already used by another greenlet: %r' % (watcher,))
    if timeout is None:
        hub.wait(watcher)
        return
    timer = Timeout.start_new(timeout, error, ref=False)
    try:
        hub.wait(watcher)
    finally:
        timer.close()


def _wait_fd(fileno, events, timeout, timeout_exc):
    io = get_hub().loop.io(fileno, events)
    try:
        _wait(io, timeout, _real.timeout('timed out') if timeout_exc is _default else timeout_exc)
    finally:
        io.close()


def wait_read(fileno, timeout=None, timeout_exc=_default):
    """Wait until the descriptor can be read from."""
    _wait_fd(fileno, _READ, timeout, timeout_exc)


def wait_write(fileno, timeout=None, timeout_exc=_default, event=_default):
    _wait_fd(fileno, _WRITE, timeout, timeout_exc)


def wait_readwrite(fileno, timeout=None, timeout_exc=_default, event=_default):
    _wait_fd(fileno, _READ | _WRITE, timeout, timeout_exc)


def cancel_wait(watcher, error=cancel_wait_ex):
    """End the wait of the greenlet that waits for the watcher, with an exception."""
    waiting = getattr(watcher, '_greenlet', None)
    if waiting is not None and watcher.active:
        get_hub().loop.run_callback(waiting.throw, error())


class socket(_socket_class):
    """A socket of greenlets: the system's never waits, the hub does."""

    __module__ = 'gevent._socket3'
    __slots__ = ('hub', '_read_event', '_write_event')

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        super().__init__(family, type, proto, fileno)
        self._opened()

    def _opened(self):
        self.hub = get_hub()
        self._read_event = self._write_event = None
        _calls.setnonblock(self._fd, True)

    def _wait(self, events):
        watcher = self._read_event if events == _READ else self._write_event
        if watcher is None:
            watcher = self.hub.loop.io(self._fd, events)
            if events == _READ:
                self._read_event = watcher
            else:
                self._write_event = watcher
        if watcher.active:
            raise ConcurrentObjectUseError('This socket is already used by another greenlet: %r' % (watcher._greenlet,))
        watcher._greenlet = getcurrent()
        try:
            _wait(watcher, self._timeout, _real.timeout('timed out') if self._timeout is not None else None)
        finally:
            watcher._greenlet = None

    def _drop_events(self):
        for watcher in (self._read_event, self._write_event):
            if watcher is not None:
                if watcher.active:
                    cancel_wait(watcher)
                else:
                    watcher.close()
        self._read_event = self._write_event = None

    def _real_close(self):
        if self._fd >= 0:
            self._drop_events()
        super()._real_close()

    def detach(self):
        self._drop_events()
        return super().detach()

    def settimeout(self, value, /):
        super().settimeout(value)
        _calls.setnonblock(self._fd, True)

    def _accept(self):
        while True:
            try:
                return _calls.accept(self._fd, 0)
            except BlockingIOError:
                if self._timeout == 0.0:
                    raise
            self._wait(_READ)

    def accept(self):
        fd, address = self._accept()
        return socket(self._family, self._type, self._proto, fileno=fd), address

    def connect(self, address, /):
        try:
            return _calls.connect(self._fd, address, 0)
        except BlockingIOError:
            if self._timeout == 0.0:
                raise
        self._wait(_WRITE)
        error = _calls.geterror(self._fd)
        if error:
            from os import strerror
            raise OSError(error, strerror(error))

    def recv(self, bufsize, flags=0, /):
        while True:
            try:
                return _calls.recv(self._fd, bufsize, flags, 0)
            except BlockingIOError:
                if self._timeout == 0.0:
                    raise
            self._wait(_READ)

    def recvfrom(self, bufsize, flags=0, /):
        while True:
            try:
                return _calls.recvfrom(self._fd, bufsize, flags, 0)
            except BlockingIOError:
                if self._timeout == 0.0:
                    raise
            self._wait(_READ)

    def recv_into(self, buffer, nbytes=0, flags=0):
        view = _real._writable(buffer)
        data = self.recv(nbytes or len(view), flags)
        view[:len(data)] = data
        return len(data)

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        view = _real._writable(buffer)
        data, address = self.recvfrom(nbytes or len(view), flags)
        view[:len(data)] = data
        return len(data), address

    def send(self, data, flags=0, timeout=_default):
        while True:
            try:
                return _calls.send(self._fd, data, flags, 0)
            except BlockingIOError:
                if self._timeout == 0.0:
                    raise
            self._wait(_WRITE)

    def sendall(self, data, flags=0, /):
        data = memoryview(data).tobytes() if not isinstance(data, bytes) else data
        sent = 0
        while sent < len(data):
            sent += self.send(data[sent:] if sent else data, flags)

    def sendto(self, data, *args):
        if not 1 <= len(args) <= 2:
            raise TypeError(f'sendto() takes 2 or 3 arguments ({1 + len(args)} given)')
        flags = args[0] if len(args) == 2 else 0
        while True:
            try:
                return _calls.sendto(self._fd, data, args[-1], flags, 0)
            except BlockingIOError:
                if self._timeout == 0.0:
                    raise
            self._wait(_WRITE)

    def shutdown(self, how, /):
        super().shutdown(how)

    def dup(self):
        new = socket(self._family, self._type, self._proto, fileno=_calls.dup(self._fd))
        new.settimeout(self._timeout)
        return new


SocketType = socket


def fromfd(fd, family, type, proto=0):
    return socket(family, type, proto, _calls.dup(fd))


def socketpair(family=None, type=_real.SOCK_STREAM, proto=0):
    family = _real.AF_UNIX if family is None else family
    a, b = _calls.socketpair(int(family), int(type), proto)
    return socket(family, type, proto, a), socket(family, type, proto, b)


def _resolved(fn):
    # Looking up a name gives others a turn.
    def lookup(*args, **kwargs):
        hub = get_hub()
        if getcurrent() is not hub:
            _sleep(0)
        return fn(*args, **kwargs)
    lookup.__name__ = lookup.__qualname__ = fn.__name__
    return lookup


getaddrinfo = _resolved(_real.getaddrinfo)
gethostbyname = _resolved(_real.gethostbyname)
gethostbyname_ex = _resolved(_real.gethostbyname_ex)
gethostbyaddr = _resolved(_real.gethostbyaddr)
getnameinfo = _resolved(_real.getnameinfo)
getfqdn = _resolved(_real.getfqdn)


def create_connection(address, timeout=_default, source_address=None, *, all_errors=False):
    """Connect to (host, port); answer the socket."""
    host, port = address
    errors = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, _real.SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _default:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(target)
            return sock
        except OSError as e:
            errors.append(e)
            if sock is not None:
                sock.close()
    try:
        raise errors[0]
    finally:
        errors = None


def create_server(address, *, family=_real.AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    plain = _real.create_server(address, family=family, backlog=backlog, reuse_port=reuse_port)
    return socket(fileno=plain.detach())


def _patch(patch_item, module):
    # monkey.patch_socket: what the module of the standard library makes from now on are sockets of greenlets.
    for name in __implements__:
        patch_item(module, name, globals()[name])
