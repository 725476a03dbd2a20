"""Pipes between processes: connections that carry objects, or bytes."""

import time

import _processes
from multiprocessing import context
from multiprocessing.context import BufferTooShort, AuthenticationError

__all__ = ["Client", "Listener", "Pipe", "wait"]


class _ConnectionBase:
    """One end of a pipe."""

    _end = None

    def __init__(self, end, readable=True, writable=True):
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._end = end
        self._readable = readable
        self._writable = writable

    def _check_closed(self):
        if self._end is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        if not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        """True if the connection is closed."""
        return self._end is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check_closed()
        return self._end.fileno()

    def close(self):
        if self._end is not None:
            try:
                self._end.close()
            finally:
                self._end = None

    def send_bytes(self, buf, offset=0, size=None):
        """Send the bytes of a bytes-like object."""
        self._check_closed()
        self._check_writable()
        m = memoryview(buf)
        n = m.nbytes
        if offset < 0:
            raise ValueError("offset is negative")
        if n < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = n - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > n:
            raise ValueError("buffer length < offset + size")
        self._end.send_bytes(buf if size == n else bytes(m[offset:offset + size]))

    def send(self, obj):
        """Send an object, pickled."""
        self._check_closed()
        self._check_writable()
        self._end.send_bytes(_dumps(obj))

    def recv_bytes(self, maxlength=None):
        """Receive bytes."""
        self._check_closed()
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        data = self._end.recv_bytes()
        if maxlength is not None and len(data) > maxlength:
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError("bad message length")
        return data

    def recv_bytes_into(self, buf, offset=0):
        """Receive bytes into a writable bytes-like object; the result is how many."""
        self._check_closed()
        self._check_readable()
        with memoryview(buf) as m:
            size = m.nbytes
            if offset < 0:
                raise ValueError("negative offset")
            if offset > size:
                raise ValueError("offset too large")
            data = self._end.recv_bytes()
            if size < offset + len(data):
                raise BufferTooShort(data)
            m[offset:offset + len(data)] = data
            return len(data)

    def recv(self):
        """Receive an object."""
        self._check_closed()
        self._check_readable()
        return _loads(self._end.recv_bytes())

    def poll(self, timeout=0.0):
        """Whether there is something to be received; waits up to timeout seconds, for ever with None."""
        self._check_closed()
        self._check_readable()
        return self._end.poll(timeout)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def __reduce__(self):
        self._check_closed()
        popen = context.get_spawning_popen()
        if popen is not None:
            popen.duplicate_for_child(self._end.handle)
        return _rebuild, (type(self), self._end.handle, self._readable, self._writable)


class Connection(_ConnectionBase):
    pass


def _rebuild(cls, handle, readable, writable):
    return cls(_processes.rebuild(handle), readable, writable)


def _dumps(obj):
    from multiprocessing.reduction import ForkingPickler
    global _dumps
    _dumps = ForkingPickler.dumps
    return _dumps(obj)


def _loads(data):
    from multiprocessing.reduction import ForkingPickler
    global _loads
    _loads = ForkingPickler.loads
    return _loads(data)


def Pipe(duplex=True):
    """Two connections: what is sent into one comes out of the other. Without duplex the first only receives."""
    a, b = _processes.Pipe(bool(duplex), _processes.name("pipe"))
    if duplex:
        return Connection(a), Connection(b)
    return Connection(a, writable=False), Connection(b, readable=False)


def wait(object_list, timeout=None):
    """Those of the connections and sentinels that are ready, waiting for one if need be."""
    things = []
    for x in object_list:
        if isinstance(x, _ConnectionBase):
            x._check_closed()
            things.append(x._end)
        elif isinstance(x, int):
            things.append(x)
        else:
            things.append(getattr(x, "_end", None) or x.fileno())
    ready = _processes.wait(things, timeout)
    return [x for x, thing in zip(object_list, things) if thing in ready]


def _no_addresses(what):
    raise NotImplementedError("multiprocessing.connection.%s(): processes of this computer talk through Pipe(); "
                              "connections by address are not simulated" % what)


class Listener:
    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        _no_addresses("Listener")


def Client(address, family=None, authkey=None):
    _no_addresses("Client")
