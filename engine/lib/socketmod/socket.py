"""Sockets on the simulated loopback."""

import _socket
import os
from enum import IntEnum, IntFlag
from _socket import (SOL_SOCKET as _SOL_SOCKET, SO_REUSEADDR as _REUSE, SO_REUSEPORT as _REUSEPORT, SO_SNDBUF as _SNDBUF,
                     SO_RCVBUF as _RCVBUF, SO_ERROR as _ERROR, SO_TYPE as _TYPE, SO_ACCEPTCONN as _ACCEPTCONN,
                     SO_LINGER as _LINGER, SO_DOMAIN as _DOMAIN, SO_PROTOCOL as _PROTOCOL)

__all__ = ['fromfd', 'getfqdn', 'create_connection', 'create_server', 'has_dualstack_ipv6', 'AddressFamily', 'SocketKind',
           'socket', 'socketpair', 'error', 'gaierror', 'herror', 'timeout', 'gethostbyname', 'gethostbyname_ex',
           'gethostbyaddr', 'gethostname', 'getaddrinfo', 'getnameinfo', 'getservbyname', 'getservbyport',
           'getprotobyname', 'getdefaulttimeout', 'setdefaulttimeout', 'inet_aton', 'inet_ntoa', 'inet_pton', 'inet_ntop',
           'htons', 'htonl', 'ntohs', 'ntohl', 'has_ipv6', 'SocketType', 'close', 'dup']

_names = {name: getattr(_socket, name) for name in dir(_socket) if name.isupper() or name.startswith(('IP', 'AI_'))}
globals().update(_names)
AddressFamily = IntEnum('AddressFamily', {k: v for k, v in _names.items() if k.startswith('AF_')}, module='socket')
SocketKind = IntEnum('SocketKind', {k: v for k, v in _names.items() if k.startswith('SOCK_')}, module='socket')
MsgFlag = IntFlag('MsgFlag', {k: v for k, v in _names.items() if k.startswith('MSG_')}, module='socket')
AddressInfo = IntFlag('AddressInfo', {k: v for k, v in _names.items() if k.startswith('AI_')}, module='socket')
for _enum in (AddressFamily, SocketKind, MsgFlag, AddressInfo):
    globals().update(_enum.__members__)
__all__ += _names
del _enum

has_ipv6 = True
error = OSError
timeout = TimeoutError


class herror(OSError):
    __module__ = 'socket'


class gaierror(OSError):
    __module__ = 'socket'


def _no_such_host():
    error = gaierror(-2, 'Name or service not known')
    error.add_note('Only the simulated computer is reachable: connect to localhost, where the program itself can listen.')
    return error


_default_timeout = None


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = _check_timeout(timeout)


def _check_timeout(value):
    if value is None:
        return None
    if not isinstance(value, (int, float)):
        if not hasattr(value, '__float__') and not hasattr(value, '__index__'):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = float(value)
    if value != value:
        raise ValueError('Invalid value NaN (not a number)')
    if value < 0:
        raise ValueError('Timeout value out of range')
    return float(value)


def _enumerated(value, enum):
    try:
        return enum(value)
    except ValueError:
        return value


class socket:
    """A socket; the descriptor is the simulated system's."""

    __module__ = 'socket'
    __slots__ = ('_fd', '_family', '_type', '_proto', '_timeout', '_io_refs', '_closed', '_options', '__weakref__', '__dict__')

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._fd = -1
        self._closed = False
        self._io_refs = 0
        self._options = None
        if fileno is not None:
            if not isinstance(fileno, int):
                raise TypeError(f"'{fileno.__class__.__name__}' object cannot be interpreted as an integer")
            if fileno < 0:
                raise ValueError('negative file descriptor')
            known = _socket.info(fileno)
            family, type, proto = (known[n] if given == -1 else given for n, given in enumerate((family, type, proto)))
        else:
            family = AF_INET if family == -1 else family
            type = SOCK_STREAM if type == -1 else type
            proto = 0 if proto == -1 else proto
            fileno = _socket.socket(int(family), int(type), proto)
        self._fd = fileno
        self._family, self._proto = int(family), proto
        self._timeout = _default_timeout
        if type & SOCK_NONBLOCK:
            self._timeout = 0.0
        self._type = int(type) & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        if self._timeout is not None:
            _socket.setnonblock(fileno, True)

    family = property(lambda self: _enumerated(self._family, AddressFamily))
    type = property(lambda self: _enumerated(self._type, SocketKind))
    proto = property(lambda self: self._proto)
    timeout = property(lambda self: self._timeout)

    def __repr__(self):
        closed = ' [closed]' if self._closed else ''
        text = (f'<{self.__class__.__module__}.{self.__class__.__qualname__}{closed} fd={self.fileno()}, '
                f'family={self._family}, type={self._type}, proto={self._proto}')
        if not self._closed and self._fd >= 0:
            for label, ask in (('laddr', _socket.getsockname), ('raddr', _socket.getpeername)):
                try:
                    address = ask(self._fd)
                except OSError:
                    continue
                if address:
                    text += f', {label}={address}'
        return text + '>'

    def __getstate__(self):
        raise TypeError(f'cannot pickle {self.__class__.__name__!r} object')

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __del__(self):
        fd, self._fd = getattr(self, '_fd', -1), -1
        if fd >= 0:
            try:
                _socket.close(fd)
            except OSError:
                pass

    # The life of a socket

    def fileno(self):
        return self._fd

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def _real_close(self):
        fd, self._fd = self._fd, -1
        if fd >= 0:
            _socket.close(fd)

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def detach(self):
        self._closed = True
        fd, self._fd = self._fd, -1
        return fd

    def dup(self):
        new = self.__class__(self._family, self._type, self._proto, fileno=_socket.dup(self._fd))
        new.settimeout(self._timeout)
        return new

    def bind(self, address, /):
        _socket.bind(self._fd, address)

    def listen(self, backlog=128, /):
        _socket.listen(self._fd, backlog)

    def _accept(self):
        return _socket.accept(self._fd, self._timeout)

    def accept(self):
        fd, address = self._accept()
        new = socket(self._family, self._type, self._proto, fileno=fd)
        if _default_timeout is None and self._timeout:
            new.setblocking(True)
        return new, address

    def connect(self, address, /):
        _socket.connect(self._fd, address, self._timeout)

    def connect_ex(self, address, /):
        try:
            self.connect(address)
        except TimeoutError as e:
            return e.errno or 11
        except OSError as e:
            if isinstance(e, gaierror):
                raise
            return e.errno
        return 0

    def shutdown(self, how, /):
        _socket.shutdown(self._fd, how)

    def getsockname(self):
        return _socket.getsockname(self._fd)

    def getpeername(self):
        return _socket.getpeername(self._fd)

    # Waiting

    def settimeout(self, value, /):
        self._timeout = _check_timeout(value)
        _socket.setnonblock(self._fd, self._timeout is not None)

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag, /):
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        return self._timeout != 0.0

    # Bytes

    def recv(self, bufsize, flags=0, /):
        return _socket.recv(self._fd, bufsize, flags, self._timeout)

    def recvfrom(self, bufsize, flags=0, /):
        return _socket.recvfrom(self._fd, bufsize, flags, self._timeout)

    def recv_into(self, buffer, nbytes=0, flags=0):
        view = _writable(buffer)
        if nbytes < 0:
            raise ValueError('negative buffersize in recv_into')
        if nbytes > len(view):
            raise ValueError('buffer too small for requested bytes')
        data = _socket.recv(self._fd, nbytes or len(view), flags, self._timeout)
        view[:len(data)] = data
        return len(data)

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        view = _writable(buffer)
        if nbytes < 0:
            raise ValueError('negative buffersize in recvfrom_into')
        if nbytes > len(view):
            raise ValueError('nbytes is greater than the length of the buffer')
        data, address = _socket.recvfrom(self._fd, nbytes or len(view), flags, self._timeout)
        view[:len(data)] = data
        return len(data), address

    def send(self, data, flags=0, /):
        return _socket.send(self._fd, data, flags, self._timeout)

    def sendall(self, data, flags=0, /):
        _socket.sendall(self._fd, data, flags, self._timeout)

    def sendto(self, data, *args):
        if not 1 <= len(args) <= 2:
            raise TypeError(f'sendto() takes 2 or 3 arguments ({1 + len(args)} given)')
        return _socket.sendto(self._fd, data, args[-1], args[0] if len(args) == 2 else 0, self._timeout)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None):
        if ancdata:
            _unsupported('ancillary data in sendmsg()')
        data = b''.join(bytes(b) for b in buffers)
        if address is not None:
            return self.sendto(data, flags, address)
        return self.send(data, flags)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0):
        data, address = self.recvfrom(bufsize, flags)
        return data, [], 0, address

    def sendfile(self, file, offset=0, count=None):
        if self._timeout == 0:
            raise ValueError('non-blocking sockets are not supported')
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if self._type != SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None and count <= 0:
            raise ValueError(f'count must be a positive integer (got {count!r})')
        if offset:
            file.seek(offset)
        total = 0
        while count is None or total < count:
            data = file.read(8192 if count is None else min(8192, count - total))
            if not data:
                break
            self.sendall(data)
            total += len(data)
        if hasattr(file, 'seek'):
            file.seek(offset + total)
        return total

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        binary = 'b' in mode
        import io
        from _socketio import SocketIO
        raw = SocketIO(self, ('r' if reading else '') + ('w' if writing else ''))
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if not binary:
                raise ValueError('unbuffered streams must be binary')
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if binary:
            return buffer
        text = io.TextIOWrapper(buffer, encoding or 'utf-8', errors, newline)
        text.mode = mode
        return text

    # Options: those that change nothing here are kept, and given back.

    def setsockopt(self, level, optname, value, optlen=None, /):
        level, optname = int(level), int(optname)
        if level == _SOL_SOCKET:
            if optname in (_REUSE, _REUSEPORT):
                _socket.setreuse(self._fd, optname == _REUSEPORT, bool(value))
                value = int(bool(value))
            elif optname in (_SNDBUF, _RCVBUF):
                value = _socket.setroom(self._fd, optname == _SNDBUF, value)
            elif optname == _LINGER and len(value) == 8:
                _socket.setlinger0(self._fd, value[0] == 1 and value[4:] == b'\0\0\0\0')
            elif optname in (_ERROR, _TYPE, _ACCEPTCONN, _DOMAIN, _PROTOCOL):
                raise OSError(92, 'Protocol not available')
        _socket.info(self._fd)
        if self._options is None:
            self._options = {}
        self._options[level, optname] = value

    def getsockopt(self, level, optname, buflen=0, /):
        level, optname = int(level), int(optname)
        kind = _socket.info(self._fd)
        value = 0
        if level == _SOL_SOCKET and optname == _ERROR:
            value = _socket.geterror(self._fd)
        elif level == _SOL_SOCKET and optname == _TYPE:
            value = kind[1]
        elif level == _SOL_SOCKET and optname == _DOMAIN:
            value = kind[0]
        elif level == _SOL_SOCKET and optname == _PROTOCOL:
            value = kind[2] or (6 if kind[1] == 1 else 17)
        elif level == _SOL_SOCKET and optname == _ACCEPTCONN:
            value = int(_socket.listening(self._fd))
        elif self._options is not None and (level, optname) in self._options:
            value = self._options[level, optname]
        elif level == _SOL_SOCKET and optname == _SNDBUF:
            value = 16384 if self._type == 1 else 212992
        elif level == _SOL_SOCKET and optname == _RCVBUF:
            value = 131072 if self._type == 1 else 212992
        if buflen and isinstance(value, int):
            return value.to_bytes(4, 'little', signed=True)[:buflen]
        return value

    def get_inheritable(self):
        return False

    def set_inheritable(self, inheritable):
        pass


SocketType = socket


def _unsupported(what):
    raise NotImplementedError(f'{what}: this is not part of the simulated network')


def _writable(buffer):
    view = memoryview(buffer)
    if view.readonly:
        raise TypeError(f'recv_into() argument 1 must be read-write bytes-like object, not {type(buffer).__name__}')
    return view.cast('B') if view.format != 'B' or view.ndim != 1 else view


def close(fd):
    _socket.close(fd)


def dup(fd):
    return _socket.dup(fd)


def fromfd(fd, family, type, proto=0):
    return socket(family, type, proto, _socket.dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    family = AF_UNIX if family is None else family
    a, b = _socket.socketpair(int(family), int(type), proto)
    return socket(family, type, proto, a), socket(family, type, proto, b)


_GLOBAL = object()


def create_connection(address, timeout=_GLOBAL, source_address=None, *, all_errors=False):
    """Connect to (host, port); answer the socket."""
    host, port = address
    errors = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL:
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
        if all_errors:
            raise ExceptionGroup('create_connection failed', errors)
        raise errors[0]
    finally:
        errors = None


def has_dualstack_ipv6():
    return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that listens at address."""
    if dualstack_ipv6:
        raise ValueError('dualstack_ipv6 not supported on this platform')
    sock = socket(family, SOCK_STREAM)
    try:
        if family == AF_INET:
            sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        try:
            sock.bind(address)
        except OSError as e:
            raise OSError(e.errno, f'{e.strerror} (while attempting to bind on address {address!r})') from None
        sock.listen() if backlog is None else sock.listen(backlog)
        return sock
    except OSError:
        sock.close()
        raise


# Names: this computer is the only one there is.

_services = {'http': 80, 'https': 443, 'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'domain': 53, 'pop3': 110, 'imap2': 143, 'echo': 7}


def gethostname():
    return _socket.hostname


def getfqdn(name=''):
    name = name.strip()
    return 'localhost' if not name or name in ('0.0.0.0', '127.0.0.1', 'localhost') else name


def gethostbyname(hostname):
    ip = _socket.lookup(hostname)
    if ip is None:
        raise _no_such_host()
    return ip


def gethostbyname_ex(hostname):
    return hostname, [], [gethostbyname(hostname)]


def gethostbyaddr(address):
    ip = gethostbyname(address)
    if not ip.startswith('127.'):
        raise herror(1, 'Unknown host')
    return 'localhost', [], [ip]


def getservbyname(name, protocol=None):
    if name not in _services:
        raise OSError('service/proto not found')
    return _services[name]


def getservbyport(port, protocol=None):
    for name, number in _services.items():
        if number == port:
            return name
    raise OSError('port/proto not found')


def getprotobyname(name):
    try:
        return {'ip': 0, 'icmp': 1, 'tcp': 6, 'udp': 17}[name]
    except KeyError:
        raise OSError('protocol not found') from None


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(host, bytes):
        host = host.decode()
    if isinstance(port, bytes):
        port = port.decode()
    if host is None and port is None:
        raise _no_such_host()
    if host is None:
        ip = '0.0.0.0' if flags & AI_PASSIVE else '127.0.0.1'
    elif flags & AI_NUMERICHOST and not host[:1].isdigit():
        raise _no_such_host()
    else:
        ip = _socket.lookup(host) if host else '127.0.0.1'
    if ip is None:
        raise _no_such_host()
    if family == AF_INET6:
        raise gaierror(-9, 'Address family for hostname not supported')
    if family not in (0, AF_INET):
        raise gaierror(-6, 'ai_family not supported')
    number = 0
    if isinstance(port, str):
        if port.isdigit():
            number = int(port)
        elif port in _services:
            number = _services[port]
        elif port:
            raise gaierror(-8, 'Servname not supported for ai_socktype')
    elif port is not None:
        number = port
    canonical = host if flags & AI_CANONNAME and host else ''
    found = []
    for kind, protocol in ((SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP), (SOCK_RAW, 0)):
        if type in (0, kind) and proto in (0, protocol):
            found.append((AF_INET, kind, proto or protocol, canonical, (ip, number & 0xffff)))
    if not found:
        raise gaierror(-7, 'ai_socktype not supported')
    return found


def getnameinfo(sockaddr, flags):
    host, port = sockaddr[:2]
    if not flags & NI_NUMERICHOST and host.startswith('127.'):
        host = 'localhost'
    service = str(port)
    if not flags & NI_NUMERICSERV:
        try:
            service = getservbyport(port)
        except OSError:
            pass
    return host, service


def if_nameindex():
    return [(1, 'lo')]


def inet_aton(ip):
    text = _socket.lookup(ip) if ip else None
    if text is None or not ip[:1].isdigit():
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes(map(int, text.split('.')))


def inet_ntoa(packed):
    if len(packed) != 4:
        raise OSError('packed IP wrong length for inet_ntoa')
    return '.'.join(map(str, packed))


def inet_pton(family, ip):
    if family != AF_INET:
        raise OSError(97, 'Address family not supported by protocol')
    if ip.count('.') != 3:
        raise OSError('illegal IP address string passed to inet_pton')
    try:
        return inet_aton(ip)
    except OSError:
        raise OSError('illegal IP address string passed to inet_pton') from None


def inet_ntop(family, packed):
    if family != AF_INET:
        raise ValueError(f'unknown address family {family}')
    if len(packed) != 4:
        raise ValueError('invalid length of packed IP address string')
    return inet_ntoa(packed)


def _swap(value, size, name):
    if value < 0:
        raise OverflowError(f"{name}: can't convert negative Python int to C {size * 8}-bit unsigned integer")
    if value >> (size * 8):
        raise OverflowError(f'{name}: Python int too large to convert to C {size * 8}-bit unsigned integer')
    return int.from_bytes(value.to_bytes(size, 'little'), 'big')


def htons(x):
    return _swap(x, 2, 'htons')


def ntohs(x):
    return _swap(x, 2, 'ntohs')


def htonl(x):
    return _swap(x, 4, 'htonl')


def ntohl(x):
    return _swap(x, 4, 'ntohl')


def __getattr__(name):
    if name == 'SocketIO':
        from _socketio import SocketIO
        return SocketIO
    raise AttributeError(f"module 'socket' has no attribute {name!r}")
