"""The raw streams below the files that sockets make: apart, so that a socket does not need the module io."""

import io


class SocketIO(io.RawIOBase):
    """The raw stream below what makefile() answers."""

    __module__ = 'socket'

    def __init__(self, sock, mode):
        super().__init__()
        self._sock = sock
        self._mode = mode + 'b'
        self._timeout_occurred = False

    def readinto(self, b):
        self._checkClosed()
        if not self.readable():
            raise io.UnsupportedOperation('File or stream is not readable.')
        if self._timeout_occurred:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(b)
        except TimeoutError:
            self._timeout_occurred = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        self._checkClosed()
        if not self.writable():
            raise io.UnsupportedOperation('File or stream is not writable.')
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def _checkClosed(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')

    def readable(self):
        self._checkClosed()
        return 'r' in self._mode

    def writable(self):
        self._checkClosed()
        return 'w' in self._mode

    def seekable(self):
        self._checkClosed()
        return False

    def fileno(self):
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        if self.closed:
            return
        super().close()
        self._sock._decref_socketios()
        self._sock = None
