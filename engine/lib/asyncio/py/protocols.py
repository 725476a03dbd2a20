"""Protocols: what a transport calls when something happens to its connection."""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    """What every protocol may want to know."""

    __slots__ = ()

    def connection_made(self, transport):
        pass

    def connection_lost(self, exc):
        pass

    def pause_writing(self):
        pass

    def resume_writing(self):
        pass


class Protocol(BaseProtocol):
    """Gets the bytes of a stream as they arrive."""

    __slots__ = ()

    def data_received(self, data):
        pass

    def eof_received(self):
        pass


class BufferedProtocol(BaseProtocol):
    """Lends the transport a buffer to write what arrives into."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        pass

    def buffer_updated(self, nbytes):
        pass

    def eof_received(self):
        pass


class DatagramProtocol(BaseProtocol):
    """Gets datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        pass

    def error_received(self, exc):
        pass


class SubprocessProtocol(BaseProtocol):
    """Gets what a subprocess writes."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        pass

    def pipe_connection_lost(self, fd, exc):
        pass

    def process_exited(self):
        pass


def _feed_data_to_buffered_proto(proto, data):
    """Give data to a BufferedProtocol, in as many pieces as its buffer makes necessary."""
    while data:
        buffer = proto.get_buffer(len(data))
        room = len(buffer)
        if not room:
            raise RuntimeError('get_buffer() returned an empty buffer')
        n = min(room, len(data))
        buffer[:n] = data[:n]
        proto.buffer_updated(n)
        data = data[n:]
