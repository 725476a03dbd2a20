"""Connections over the simulated loopback: transports and protocols.

A connection is two transports that know each other. What one writes is with
the other a moment later, in the loop of that one; several writes of one moment
arrive together, as they may on a real network. Hosts other than this one are
not reachable.
"""

from . import events, exceptions
from _asyncio import _waiter

__all__ = ('BaseTransport', 'Transport', 'BaseProtocol', 'Protocol')

LATENCY = 0.00005
HIGH_WATER = 64 * 1024

_LOCAL = (None, '', 'localhost', '127.0.0.1', '0.0.0.0', '::1', '::')


class BaseProtocol:
    """What a transport calls."""

    def connection_made(self, transport):
        pass

    def connection_lost(self, exc):
        pass

    def pause_writing(self):
        pass

    def resume_writing(self):
        pass


class Protocol(BaseProtocol):
    def data_received(self, data):
        pass

    def eof_received(self):
        pass


class BaseTransport:
    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)


class Transport(BaseTransport):
    """One end of a connection."""

    def __init__(self, loop, protocol, extra):
        super().__init__(extra)
        self._loop = loop
        self._protocol = protocol
        self._peer = None
        self._incoming = []
        self._arriving = False
        self._eof_sent = False
        self._closing = False
        self._lost = False
        self._paused_reading = False
        self._told_to_pause = False
        self._unread = 0

    def __repr__(self):
        state = 'closed' if self._lost else 'closing' if self._closing else 'open'
        return f'<Transport {state}>'

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._paused_reading and not self._closing

    def can_write_eof(self):
        return True

    def get_write_buffer_size(self):
        return self._peer._unread

    def get_write_buffer_limits(self):
        return HIGH_WATER // 4, HIGH_WATER

    def set_write_buffer_limits(self, high=None, low=None):
        pass

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, '
                            f'not {type(data).__name__!r}')
        if self._eof_sent:
            raise RuntimeError('Cannot call write() after write_eof()')
        data = bytes(data)
        if not data or self._lost or self._closing:
            return
        peer = self._peer
        if peer._closing:
            # Nobody reads there any more: the connection is reset.
            self._fail(ConnectionResetError(104, 'Connection reset by peer'))
            return
        peer._unread += len(data)
        peer._arrive(data)
        if peer._unread > HIGH_WATER and not self._told_to_pause:
            self._told_to_pause = True
            self._protocol.pause_writing()

    def writelines(self, list_of_data):
        self.write(b''.join(list_of_data))

    def write_eof(self):
        if self._eof_sent or self._closing:
            return
        self._eof_sent = True
        self._peer._arrive(None)

    def close(self):
        if self._closing:
            return
        self._closing = True
        if not self._eof_sent:
            self._eof_sent = True
            self._peer._arrive(None)
        self._loop.call_soon(self._end, None)

    def abort(self):
        self._fail(None)

    def _fail(self, exc):
        if self._lost:
            return
        self._closing = True
        if not self._eof_sent:
            self._eof_sent = True
            self._peer._arrive(None)
        self._loop.call_soon(self._end, exc)

    def _end(self, exc):
        if not self._lost:
            self._lost = True
            self._protocol.connection_lost(exc)

    def pause_reading(self):
        self._paused_reading = True

    def resume_reading(self):
        if self._paused_reading:
            self._paused_reading = False
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
        if self._paused_reading or self._lost:
            return
        items, self._incoming = self._incoming, []
        chunk = b''.join(d for d in items if d is not None)
        if chunk:
            self._unread -= len(chunk)
            peer = self._peer
            if peer._told_to_pause and self._unread <= HIGH_WATER // 4:
                peer._told_to_pause = False
                if peer._loop is self._loop:
                    peer._protocol.resume_writing()
                else:
                    peer._loop.call_soon_threadsafe(peer._protocol.resume_writing)
            if not self._closing:
                self._protocol.data_received(chunk)
        if None in items and not self._closing:
            if not self._protocol.eof_received():
                self.close()


# Who listens where, in this process.
_listeners = {}
_next_port = [49152]


def _free_port():
    _next_port[0] += 1
    return _next_port[0]


class _Socket:
    """As much of a listening socket as programs look at."""

    def __init__(self, host, port):
        self._name = (host, port)

    def getsockname(self):
        return self._name

    def fileno(self):
        return -1

    def __repr__(self):
        return f'<asyncio.TransportSocket laddr={self._name!r}>'


class Server(events.AbstractServer):
    def __init__(self, loop, factory, host, port):
        self._loop = loop
        self._factory = factory
        self._host = '127.0.0.1' if host in ('localhost', '::1') else host or '0.0.0.0'
        self._port = port or _free_port()
        self._serving = False
        self._closed = False
        self._serving_forever = None
        self._sockets = (_Socket(self._host, self._port),)

    def __repr__(self):
        return f'<Server sockets={self.sockets}>'

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
        if self._port in _listeners:
            raise OSError(98, f'error while attempting to bind on address '
                              f'{(self._host, self._port)!r}: address already in use')
        self._serving = True
        _listeners[self._port] = self

    async def start_serving(self):
        self._start()

    async def serve_forever(self):
        if self._serving_forever is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._closed:
            raise RuntimeError(f'server {self!r} is closed')
        self._start()
        self._serving_forever = _waiter(self._loop, 'serve_forever()')
        try:
            await self._serving_forever
        except exceptions.CancelledError:
            self.close()
            raise
        finally:
            self._serving_forever = None

    def close(self):
        if self._closed:
            return
        self._closed = True
        self._serving = False
        if _listeners.get(self._port) is self:
            del _listeners[self._port]
        if self._serving_forever is not None and not self._serving_forever.done():
            self._serving_forever.cancel()
            self._serving_forever = None

    async def wait_closed(self):
        if not self._closed:
            return
        from .tasks import sleep
        await sleep(0)


async def create_server(loop, protocol_factory, host=None, port=None, *, start_serving=True, **options):
    if options.get('ssl') is not None:
        from _asyncio import _unsupported
        _unsupported('connections with ssl')
    if isinstance(host, (list, tuple)):
        host = host[0]
    server = Server(loop, protocol_factory, host, port)
    if start_serving:
        server._start()
    return server


async def create_connection(loop, protocol_factory, host=None, port=None, **options):
    from _asyncio import _unsupported
    if options.get('ssl') is not None:
        _unsupported('connections with ssl')
    if host not in _LOCAL:
        _unsupported(f'a connection to {host!r}: only this computer is reachable')
    from .tasks import sleep
    waiter = _waiter(loop, f'connection to port {port}')
    loop.call_later(2 * LATENCY, lambda: waiter.done() or waiter.set_result(None))
    await waiter
    server = _listeners.get(port)
    shown = '127.0.0.1' if host in (None, '', 'localhost', '0.0.0.0') else host
    if server is None:
        raise ConnectionRefusedError(111, f"Connect call failed ({shown!r}, {port})")
    here, there = (shown, _free_port()), (shown, port)
    protocol = protocol_factory()
    client = Transport(loop, protocol, {'peername': there, 'sockname': here})
    remote = Transport(server._loop, None, {'peername': here, 'sockname': there})
    client._peer, remote._peer = remote, client

    def accept():
        remote._protocol = server._factory()
        remote._protocol.connection_made(remote)

    if server._loop is loop:
        loop.call_soon(accept)
    else:
        server._loop.call_soon_threadsafe(accept)
    protocol.connection_made(client)
    await sleep(0)
    return client, protocol
