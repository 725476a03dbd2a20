"""Connections over the simulated loopback: transports and servers.

A connection is two transports that know each other. What one writes is with
the other a moment later, in the loop of that one; several writes of one moment
arrive together, as they may on a real network. Hosts other than this one are
not reachable.
"""

from . import events, protocols, transports
from _asyncio import _waiter, _unsupported

__all__ = ()

LATENCY = 0.00005
MAX_READ = 256 * 1024

_LOCAL = (None, '', 'localhost', '127.0.0.1', '0.0.0.0', '::1', '::')


class _SelectorSocketTransport(transports._FlowControlMixin):
    """One end of a connection."""

    def __init__(self, loop, protocol, extra):
        super().__init__(extra, loop)
        self._protocol = protocol
        self._peer = None
        self._incoming = []
        self._arriving = False
        self._eof_sent = False
        self._closing = False
        self._lost = False
        self._reset = False
        self._paused = False
        self._unread = 0
        self._server = None

    def __repr__(self):
        info = [type(self).__name__]
        if self._lost:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        if not self._lost:
            info.append('read=polling' if self.is_reading() else 'read=idle')
            size = self.get_write_buffer_size()
            info.append(f"write=<{'polling' if size else 'idle'}, bufsize={size}>")
        return f"<{' '.join(info)}>"

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._paused and not self._closing

    def can_write_eof(self):
        return True

    # What the other end has not taken yet counts as not yet sent.

    def get_write_buffer_size(self):
        return self._peer._unread if self._peer is not None else 0

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, '
                            f'not {type(data).__name__!r}')
        if self._eof_sent and not self._closing:
            raise RuntimeError('Cannot call write() after write_eof()')
        data = bytes(data)
        if not data or self._lost or self._closing:
            return
        peer = self._peer
        if peer._closing:
            # Nobody reads there any more: the answer is that the connection is reset.
            if not self._reset:
                self._reset = True
                self._loop.call_later(2 * LATENCY, self._fail, ConnectionResetError(104, 'Connection reset by peer'))
            return
        peer._unread += len(data)
        peer._arrive(data)
        self._maybe_pause_protocol()

    def write_eof(self):
        if self._eof_sent or self._closing:
            return
        self._eof_sent = True
        self._peer._arrive(None)

    def close(self):
        self._end_soon(None)

    def abort(self):
        self._end_soon(None)

    def _fail(self, exc):
        self._end_soon(exc)

    def _end_soon(self, exc):
        if self._closing:
            return
        self._closing = True
        if not self._eof_sent:
            self._eof_sent = True
            self._peer._arrive(None)
        self._loop.call_soon(self._call_connection_lost, exc)

    def _fatal_error(self, exc, message):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({
                'message': message, 'exception': exc, 'transport': self, 'protocol': self._protocol})
        self._end_soon(exc)

    def _call_connection_lost(self, exc):
        if self._lost:
            return
        self._lost = True
        _open.pop(self, None)
        try:
            self._protocol.connection_lost(exc)
        finally:
            if self._server is not None:
                self._server._detach()

    def pause_reading(self):
        if self._closing or self._paused:
            return
        self._paused = True

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        self._loop.call_soon(self._deliver)

    # What comes from the other end: bytes, or None for its end.

    def _arrive(self, data):
        self._incoming.append(data)
        if self._arriving:
            return
        self._arriving = True
        if events._get_running_loop() is self._loop:
            self._loop.call_later(LATENCY, self._deliver)
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._loop.call_later, LATENCY, self._deliver)

    def _deliver(self):
        self._arriving = False
        if self._paused or self._lost or self._closing:
            return
        if self._protocol is None:
            # The other end was faster than the loop here.
            self._arriving = True
            self._loop.call_soon(self._deliver)
            return
        chunk, ended = self._take()
        if chunk:
            self._unread -= len(chunk)
            peer = self._peer
            if peer._protocol_paused:
                if peer._loop is self._loop:
                    peer._maybe_resume_protocol()
                else:
                    peer._loop.call_soon_threadsafe(peer._maybe_resume_protocol)
            if not self._receive(chunk):
                return
        if self._incoming:
            if not self._paused and not self._closing:
                self._arriving = True
                self._loop.call_soon(self._deliver)
            return
        if ended and not self._closing:
            try:
                keep_open = self._protocol.eof_received()
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal error: protocol.eof_received() call failed.')
                return
            if not keep_open:
                self.close()

    def _take(self):
        # As much as one read takes of what has arrived, and whether the end came after it.
        chunk = b''.join(d for d in self._incoming if d is not None)
        ended = self._incoming[-1:] == [None]
        self._incoming = []
        if len(chunk) > MAX_READ:
            self._incoming.append(chunk[MAX_READ:])
            if ended:
                self._incoming.append(None)
            chunk = chunk[:MAX_READ]
        return chunk, ended

    def _receive(self, data):
        if not isinstance(self._protocol, protocols.BufferedProtocol):
            try:
                self._protocol.data_received(data)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal error: protocol.data_received() call failed.')
                return False
            return True
        while data and not self._closing:
            try:
                buffer = self._protocol.get_buffer(-1)
                if not len(buffer):
                    raise RuntimeError('get_buffer() returned an empty buffer')
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal error: protocol.get_buffer() call failed.')
                return False
            n = min(len(buffer), len(data))
            buffer[:n] = data[:n]
            data = data[n:]
            try:
                self._protocol.buffer_updated(n)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal error: protocol.buffer_updated() call failed.')
                return False
        return True


# The transports that are open: a loop that waits for data keeps them.
_open = {}

# Who listens where, in this process: by port, or by path.
_listeners = {}
_next_port = [49152]


def _free_port():
    _next_port[0] += 1
    return _next_port[0]


class _Socket:
    """As much of a listening socket as programs look at."""

    def __init__(self, address):
        self._address = address

    def getsockname(self):
        return self._address

    def fileno(self):
        return -1

    def __repr__(self):
        return f'<asyncio.TransportSocket laddr={self._address!r}>'


class Server(events.AbstractServer):
    """What listens at an address."""

    def __init__(self, loop, factory, address, key):
        self._loop = loop
        self._factory = factory
        self._key = key
        self._serving = False
        self._closed = False
        self._serving_forever = None
        self._active = 0
        self._waiters = []
        self._sockets = (_Socket(address),)

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    @property
    def sockets(self):
        return () if self._closed else self._sockets

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _start(self):
        if self._serving:
            return
        if self._closed:
            raise RuntimeError(f'server {self!r} is closed')
        if self._key in _listeners:
            address = self._sockets[0].getsockname()
            if isinstance(address, str):
                raise OSError(98, f'Address {address!r} is already in use')
            raise OSError(98, f'error while attempting to bind on address {address!r}: address already in use')
        self._serving = True
        _listeners[self._key] = self

    async def start_serving(self):
        self._start()
        from .tasks import sleep
        await sleep(0)

    async def serve_forever(self):
        if self._serving_forever is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._closed:
            raise RuntimeError(f'server {self!r} is closed')
        self._start()
        self._serving_forever = _waiter(self._loop, 'serve_forever()')
        from .exceptions import CancelledError
        try:
            await self._serving_forever
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever = None

    def close(self):
        if self._closed:
            return
        self._closed = True
        self._serving = False
        if _listeners.get(self._key) is self:
            del _listeners[self._key]
        if self._serving_forever is not None and not self._serving_forever.done():
            self._serving_forever.cancel()
            self._serving_forever = None
        if self._active == 0:
            self._wakeup()

    def _attach(self):
        self._active += 1

    def _detach(self):
        self._active -= 1
        if self._active == 0 and self._closed:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    async def wait_closed(self):
        # As in 3.11: nothing is waited for once close() was called.
        if self._closed or self._waiters is None:
            return
        waiter = _waiter(self._loop, 'wait_closed()')
        self._waiters.append(waiter)
        await waiter


def _no_ssl(options):
    if options.get('ssl'):
        _unsupported('asyncio: connections with ssl are not simulated; leave ssl= out')
    if options.get('sock') is not None:
        _unsupported('asyncio: sock= of create_connection() and create_server(); give host and port')


async def create_server(loop, protocol_factory, host=None, port=None, *, start_serving=True, **options):
    _no_ssl(options)
    if isinstance(host, (list, tuple)):
        host = host[0]
    if host not in _LOCAL:
        raise OSError(99, f'error while attempting to bind on address ({host!r}, {port}): '
                          'cannot assign requested address')
    port = port or _free_port()
    address = ('127.0.0.1' if host in ('localhost', '::1') else host or '0.0.0.0', port)
    return await _listen(Server(loop, protocol_factory, address, port), start_serving)


async def create_unix_server(loop, protocol_factory, path=None, *, start_serving=True, **options):
    _no_ssl(options)
    if path is None:
        raise ValueError('path was not specified, and no sock specified')
    path = _path_text(path)
    return await _listen(Server(loop, protocol_factory, path, path), start_serving)


async def _listen(server, start_serving):
    if start_serving:
        server._start()
        from .tasks import sleep
        await sleep(0)
    return server


def _path_text(path):
    path = getattr(path, '__fspath__', lambda: path)()
    return path.decode() if isinstance(path, bytes) else path


async def create_connection(loop, protocol_factory, host=None, port=None, **options):
    _no_ssl(options)
    if host is None and port is None:
        raise ValueError('host and port was not specified and no sock specified')
    if host not in _LOCAL:
        _unsupported(f'a connection to {host!r}: only this computer is reachable')
    shown = '127.0.0.1' if host in (None, '', 'localhost', '0.0.0.0') else host
    return await _connect(loop, protocol_factory, port, f'connection to port {port}', (shown, port),
                          lambda: ConnectionRefusedError(111, f'Connect call failed {(shown, port)!r}'))


async def create_unix_connection(loop, protocol_factory, path=None, **options):
    _no_ssl(options)
    if path is None:
        raise ValueError('no path and sock were specified')
    path = _path_text(path)
    return await _connect(loop, protocol_factory, path, f'connection to {path}', path,
                          lambda: FileNotFoundError(2, 'No such file or directory'))


async def _connect(loop, protocol_factory, key, reason, there, refused):
    waiter = _waiter(loop, reason)
    loop.call_later(2 * LATENCY, lambda: waiter.done() or waiter.set_result(None))
    await waiter
    server = _listeners.get(key)
    if server is None:
        raise refused()
    here = '' if isinstance(there, str) else (there[0], _free_port())
    protocol = protocol_factory()
    client = _SelectorSocketTransport(loop, protocol, {'peername': there, 'sockname': here})
    remote = _SelectorSocketTransport(server._loop, None, {'peername': here, 'sockname': there})
    client._peer, remote._peer = remote, client
    _open[client] = _open[remote] = True
    remote._server = server
    server._attach()

    def accept():
        remote._protocol = server._factory()
        remote._protocol.connection_made(remote)

    if server._loop is loop:
        loop.call_soon(accept)
    else:
        server._loop.call_soon_threadsafe(accept)
    waiter = _waiter(loop, reason)
    loop.call_soon(protocol.connection_made, client)
    loop.call_soon(lambda: waiter.done() or waiter.set_result(None))
    await waiter
    return client, protocol
