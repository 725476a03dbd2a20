"""Connections: transports over sockets that the loop watches, and servers."""

import socket
from . import events, protocols, transports, trsock
from .base_events import BaseSelectorEventLoop
from .exceptions import CancelledError
from _asyncio import _waiter, _unsupported

__all__ = ("BaseSelectorEventLoop",)

MAX_READ = 256 * 1024
MAX_PACKET = 256 * 1024


def _settle(waiter, value=None):
    if not waiter.done():
        waiter.set_result(value)


class _SelectorTransport(transports._FlowControlMixin):
    """What transports of streams and of datagrams have in common."""

    _sock = None

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra['socket'] = trsock.TransportSocket(sock)
        try:
            self._extra['sockname'] = sock.getsockname()
        except OSError:
            self._extra['sockname'] = None
        if 'peername' not in self._extra:
            try:
                self._extra['peername'] = sock.getpeername()
            except OSError:
                self._extra['peername'] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self.set_protocol(protocol)
        self._server = server
        self._buffer = self._new_buffer()
        self._conn_lost = 0
        self._closing = False
        self._reading = False
        self._paused = False
        self._writing = False
        if server is not None:
            server._attach()

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._sock is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._sock_fd}')
        if not self._loop.is_closed() and self._sock is not None:
            info.append('read=polling' if self._reading else 'read=idle')
            info.append(f"write=<{'polling' if self._writing else 'idle'}, bufsize={self.get_write_buffer_size()}>")
        return f"<{' '.join(info)}>"

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if not self.is_reading():
            return
        self._paused = True
        self._stop_reading()

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        self._start_reading()

    def _start_reading(self):
        if self.is_reading():
            self._reading = True
            self._loop._add_reader(self._sock_fd, self._read_ready)

    def _stop_reading(self):
        if self._reading:
            self._reading = False
            self._loop._remove_reader(self._sock_fd)

    def _start_writing(self):
        self._writing = True
        self._loop._add_writer(self._sock_fd, self._write_ready)

    def _stop_writing(self):
        if self._writing:
            self._writing = False
            self._loop._remove_writer(self._sock_fd)

    def abort(self):
        self._force_close(None)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._stop_reading()
        if not self._buffer:
            self._conn_lost += 1
            self._stop_writing()
            self._loop.call_soon(self._call_connection_lost, None)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({
                'message': message, 'exception': exc, 'transport': self, 'protocol': self._protocol})
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._stop_writing()
        if not self._closing:
            self._closing = True
            self._stop_reading()
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            self._sock = None
            self._protocol = None
            server, self._server = self._server, None
            if server is not None:
                server._detach()

    def get_write_buffer_size(self):
        return len(self._buffer)


class _SelectorSocketTransport(_SelectorTransport):
    """One end of a connection."""

    _new_buffer = bytearray

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        super().__init__(loop, sock, protocol, extra, server)
        self._eof = False
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(_settle, waiter)

    def _read_ready(self):
        if self._conn_lost:
            return
        if isinstance(self._protocol, protocols.BufferedProtocol):
            self._read_into_buffer()
            return
        try:
            data = self._sock.recv(MAX_READ)
        except BlockingIOError:
            return
        except OSError as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if not data:
            self._read_eof()
            return
        self._guarded(self._protocol.data_received, data, what='data_received')

    def _guarded(self, fn, *args, what):
        # Call the protocol; what it raises is fatal for the connection.
        try:
            return fn(*args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, f'Fatal error: protocol.{what}() call failed.')
            return self

    def _read_into_buffer(self):
        try:
            buffer = self._protocol.get_buffer(-1)
            if not len(buffer):
                raise RuntimeError('get_buffer() returned an empty buffer')
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.get_buffer() call failed.')
            return
        try:
            n = self._sock.recv_into(buffer)
        except BlockingIOError:
            return
        except OSError as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if not n:
            self._read_eof()
            return
        self._guarded(self._protocol.buffer_updated, n, what='buffer_updated')

    def _read_eof(self):
        keep_open = self._guarded(self._protocol.eof_received, what='eof_received')
        if keep_open is self:
            return
        if keep_open:
            self._stop_reading()
        else:
            self.close()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, '
                            f'not {type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if not data:
            return
        if self._conn_lost:
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                n = self._sock.send(data)
            except BlockingIOError:
                n = 0
            except OSError as exc:
                self._fatal_error(exc, 'Fatal write error on socket transport')
                return
            if n == len(data):
                return
            data = bytes(data)[n:]
            self._start_writing()
        self._buffer.extend(data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._conn_lost:
            return
        try:
            n = self._sock.send(self._buffer)
        except BlockingIOError:
            return
        except OSError as exc:
            self._stop_writing()
            self._buffer.clear()
            self._fatal_error(exc, 'Fatal write error on socket transport')
            return
        del self._buffer[:n]
        self._maybe_resume_protocol()
        if self._buffer:
            return
        self._stop_writing()
        if self._closing:
            self._call_connection_lost(None)
        elif self._eof:
            self._sock.shutdown(socket.SHUT_WR)

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True


class _SelectorDatagramTransport(_SelectorTransport, transports.DatagramTransport):
    """Datagrams of one socket."""

    _new_buffer = list

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(_settle, waiter)

    def get_write_buffer_size(self):
        return sum(len(data) for data, _ in self._buffer)

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, address = self._sock.recvfrom(MAX_PACKET)
        except BlockingIOError:
            pass
        except OSError as exc:
            self._protocol.error_received(exc)
        else:
            self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if not data:
            return
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
        if self._conn_lost and self._address:
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                self._send(data, addr)
                return
            except BlockingIOError:
                self._start_writing()
            except OSError as exc:
                self._protocol.error_received(exc)
                return
        self._buffer.append((bytes(data), addr))
        self._maybe_pause_protocol()

    def _send(self, data, addr):
        if self._extra['peername']:
            self._sock.send(data)
        else:
            self._sock.sendto(data, addr)

    def _write_ready(self):
        while self._buffer:
            data, addr = self._buffer[0]
            try:
                self._send(data, addr)
            except BlockingIOError:
                break
            except OSError as exc:
                self._protocol.error_received(exc)
                return
            del self._buffer[0]
        self._maybe_resume_protocol()
        if not self._buffer:
            self._stop_writing()
            if self._closing:
                self._call_connection_lost(None)


class Server(events.AbstractServer):
    """Sockets that listen, and what is made of each connection."""

    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._active_count = 0
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f'<{self.__class__.__name__} sockets={self.sockets!r}>'

    @property
    def sockets(self):
        if self._sockets is None:
            return ()
        return tuple(trsock.TransportSocket(s) for s in self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._add_reader(sock.fileno(), self._accept, sock)

    def _accept(self, sock):
        for _ in range(self._backlog):
            try:
                conn, address = sock.accept()
            except (BlockingIOError, ConnectionAbortedError):
                return
            conn.setblocking(False)
            self._loop.create_task(self._welcome(conn, {'peername': address}))

    async def _welcome(self, conn, extra):
        try:
            protocol = self._protocol_factory()
            waiter = _waiter(self._loop, 'the connection')
            transport = _SelectorSocketTransport(self._loop, conn, protocol, waiter, extra, self)
            try:
                await waiter
            except BaseException:
                transport.close()
                raise
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if self._loop.get_debug():
                self._loop.call_exception_handler({
                    'message': 'Error on transport creation for incoming connection', 'exception': exc})

    async def start_serving(self):
        self._start_serving()
        from .tasks import sleep
        await sleep(0)

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._serving_forever_fut = _waiter(self._loop, 'serve_forever()')
        try:
            await self._serving_forever_fut
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    def close(self):
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop._remove_reader(sock.fileno())
            sock.close()
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if self._active_count == 0:
            self._wakeup()

    def _attach(self):
        self._active_count += 1

    def _detach(self):
        self._active_count -= 1
        if self._active_count == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            _settle(waiter, waiter)

    async def wait_closed(self):
        # As in 3.11: nothing is waited for once close() was called.
        if self._sockets is None or self._waiters is None:
            return
        waiter = _waiter(self._loop, 'wait_closed()')
        self._waiters.append(waiter)
        await waiter


# Making them

def _no_ssl(ssl):
    if ssl:
        _unsupported('asyncio: connections with ssl are not simulated; leave ssl= out')


def _check_sock(sock, kind=socket.SOCK_STREAM):
    if sock.type != kind:
        raise ValueError(f'A {"Stream" if kind == socket.SOCK_STREAM else "UDP"} Socket was expected, got {sock!r}')
    return sock


async def _resolve(loop, host, port, kind, flags=0):
    # An address is known at once; looking up a name takes a moment.
    if host is not None and not host[:1].isdigit():
        waiter = _waiter(loop, f'the address of {host}')
        loop.call_later(0.0001, _settle, waiter)
        await waiter
    return socket.getaddrinfo(host, port, socket.AF_INET, kind, 0, flags)


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None,
                            local_addr=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                            happy_eyeballs_delay=None, interleave=None):
    _no_ssl(ssl)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        errors = []
        for family, kind, proto, _, address in await _resolve(loop, host, port, socket.SOCK_STREAM, flags):
            sock = socket.socket(family, kind, proto)
            sock.setblocking(False)
            try:
                if local_addr is not None:
                    sock.bind(local_addr)
                await loop.sock_connect(sock, address)
                break
            except OSError as exc:
                errors.append(exc)
                sock.close()
                sock = None
            except BaseException:
                sock.close()
                raise
        if sock is None:
            try:
                raise errors[0]
            finally:
                errors = None
    else:
        if sock is None:
            raise ValueError('host and port was not specified and no sock specified')
        _check_sock(sock)
        sock.setblocking(False)
    return await _connected(loop, sock, protocol_factory)


async def _connected(loop, sock, protocol_factory):
    protocol = protocol_factory()
    waiter = _waiter(loop, 'the connection')
    transport = _SelectorSocketTransport(loop, sock, protocol, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
    _no_ssl(ssl)
    _check_sock(sock)
    sock.setblocking(False)
    return await _connected(loop, sock, protocol_factory)


async def create_server(loop, protocol_factory, host=None, port=None, *, family=0, flags=socket.AI_PASSIVE, sock=None,
                        backlog=100, ssl=None, reuse_address=None, reuse_port=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None, start_serving=True):
    _no_ssl(ssl)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        hosts = [None] if host == '' or host is None else [host] if isinstance(host, str) else host
        from .tasks import gather
        found = await gather(*[_resolve(loop, name, port, socket.SOCK_STREAM, flags) for name in hosts])
        sockets = []
        try:
            for infos in found:
                for family, kind, proto, _, address in infos:
                    sock = socket.socket(family, kind, proto)
                    sockets.append(sock)
                    if reuse_address is not False:
                        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
                    if reuse_port:
                        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
                    try:
                        sock.bind(address)
                    except OSError as err:
                        raise OSError(err.errno, f'error while attempting to bind on address {address!r}: '
                                                 f'{err.strerror.lower()}') from None
        except BaseException:
            for sock in sockets:
                sock.close()
            raise
    else:
        if sock is None:
            raise ValueError('Neither host/port nor sock were specified')
        sockets = [_check_sock(sock)]
    return await _serve(loop, sockets, protocol_factory, backlog, start_serving)


async def _serve(loop, sockets, protocol_factory, backlog, start_serving):
    for sock in sockets:
        sock.setblocking(False)
    server = Server(loop, sockets, protocol_factory, backlog)
    if start_serving:
        server._start_serving()
        from .tasks import sleep
        await sleep(0)
    return server


def _path_text(path):
    path = getattr(path, '__fspath__', lambda: path)()
    return path.decode() if isinstance(path, bytes) else path


async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    _no_ssl(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError('path and sock can not be specified at the same time')
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            sock.setblocking(False)
            await loop.sock_connect(sock, _path_text(path))
        except BaseException:
            sock.close()
            raise
    elif sock is None:
        raise ValueError('no path and sock were specified')
    else:
        _check_sock(sock)
        sock.setblocking(False)
    return await _connected(loop, sock, protocol_factory)


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
    _no_ssl(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError('path and sock can not be specified at the same time')
        path = _path_text(path)
        import os
        import stat
        try:
            # What is left of a server that is gone is in nobody's way.
            if path[:1] != '\0' and stat.S_ISSOCK(os.stat(path).st_mode):
                os.remove(path)
        except FileNotFoundError:
            pass
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            sock.bind(path)
        except OSError as exc:
            sock.close()
            if exc.errno == 98:
                raise OSError(98, f'Address {path!r} is already in use') from None
            raise
    elif sock is None:
        raise ValueError('path was not specified, and no sock specified')
    else:
        _check_sock(sock)
    return await _serve(loop, [sock], protocol_factory, backlog, start_serving)


async def create_datagram_endpoint(loop, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0,
                                   reuse_port=None, allow_broadcast=None, sock=None):
    address = None
    if sock is not None:
        _check_sock(sock, socket.SOCK_DGRAM)
        if local_addr or remote_addr:
            raise ValueError('socket modifier keyword arguments can not be used when sock is specified.')
        sock.setblocking(False)
    else:
        if not (local_addr or remote_addr):
            if family == 0:
                raise ValueError('unexpected address family')
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            sock.setblocking(False)
            if reuse_port:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if local_addr:
                sock.bind((await _resolve(loop, *local_addr, socket.SOCK_DGRAM, flags))[0][4])
            if remote_addr:
                address = (await _resolve(loop, *remote_addr, socket.SOCK_DGRAM, flags))[0][4]
                if not allow_broadcast:
                    await loop.sock_connect(sock, address)
        except BaseException:
            sock.close()
            raise
    protocol = protocol_factory()
    waiter = _waiter(loop, 'the endpoint')
    transport = _SelectorDatagramTransport(loop, sock, protocol, address, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


# Sockets by hand: loop.sock_*

def _checked(loop, sock):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')
    return sock.fileno()


async def _until(loop, sock, write, reason, attempt):
    # Try until the system does not say that it would block.
    fd = _checked(loop, sock)
    while True:
        try:
            return attempt()
        except BlockingIOError:
            pass
        waiter = _waiter(loop, reason)
        (loop._add_writer if write else loop._add_reader)(fd, _settle, waiter)
        try:
            await waiter
        finally:
            (loop._remove_writer if write else loop._remove_reader)(fd)


async def sock_connect(loop, sock, address):
    fd = _checked(loop, sock)
    if sock.family == socket.AF_INET and isinstance(address, tuple):
        address = (await _resolve(loop, address[0], address[1], sock.type))[0][4]
    try:
        sock.connect(address)
        return
    except BlockingIOError:
        pass
    waiter = _waiter(loop, f'connection to {address[0]}:{address[1]}' if isinstance(address, tuple) else f'connection to {address}')
    loop._add_writer(fd, _settle, waiter)
    try:
        await waiter
    finally:
        loop._remove_writer(fd)
    err = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if err:
        raise OSError(err, f'Connect call failed {address}')


async def sock_sendall(loop, sock, data):
    view = memoryview(data).tobytes()
    sent = 0
    while sent < len(view):
        sent += await _until(loop, sock, True, 'sock_sendall()', lambda: sock.send(view[sent:]))


async def sock_accept(loop, sock):
    conn, address = await _until(loop, sock, False, 'sock_accept()', sock.accept)
    conn.setblocking(False)
    return conn, address


async def sock_recv(loop, sock, n):
    return await _until(loop, sock, False, 'sock_recv()', lambda: sock.recv(n))


async def sock_recv_into(loop, sock, buf):
    return await _until(loop, sock, False, 'sock_recv_into()', lambda: sock.recv_into(buf))


async def sock_recvfrom(loop, sock, bufsize):
    return await _until(loop, sock, False, 'sock_recvfrom()', lambda: sock.recvfrom(bufsize))


async def sock_recvfrom_into(loop, sock, buf, nbytes=0):
    return await _until(loop, sock, False, 'sock_recvfrom_into()', lambda: sock.recvfrom_into(buf, nbytes or len(buf)))


async def sock_sendto(loop, sock, data, address):
    return await _until(loop, sock, True, 'sock_sendto()', lambda: sock.sendto(data, address))


async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    waiter = _waiter(loop, f'the address of {host}')
    loop.call_later(0.0001, _settle, waiter)
    await waiter
    return socket.getaddrinfo(host, port, family, type, proto, flags)


async def getnameinfo(loop, sockaddr, flags=0):
    waiter = _waiter(loop, f'the name of {sockaddr[0]}')
    loop.call_later(0.0001, _settle, waiter)
    await waiter
    return socket.getnameinfo(sockaddr, flags)
