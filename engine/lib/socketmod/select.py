# The classes of the module select; select() itself is written in Go.


class poll:
    """Waits for events of registered descriptors."""

    __module__ = 'select'

    def __init__(self):
        self._masks = {}
        self._polling = False

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._masks[_fileno(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        fd = _fileno(fd)
        if fd not in self._masks:
            raise FileNotFoundError(2, 'No such file or directory')
        self._masks[fd] = eventmask

    def unregister(self, fd, /):
        del self._masks[_fileno(fd)]

    def poll(self, timeout=None, /):
        if self._polling:
            raise RuntimeError('concurrent poll() invocation')
        self._polling = True
        try:
            return _poll(list(self._masks.items()), timeout)
        finally:
            self._polling = False


class epoll:
    """Waits for events of many descriptors: registered once, asked often."""

    __module__ = 'select'

    def __init__(self, sizehint=-1, flags=0):
        if sizehint != -1 and sizehint <= 0:
            raise ValueError('negative sizehint')
        if flags & ~EPOLL_CLOEXEC:
            raise OSError('invalid flags')
        self._fd = _epoll_create()

    @classmethod
    def fromfd(cls, fd, /):
        self = cls.__new__(cls)
        self._fd = fd
        return self

    def _check(self):
        if self._fd < 0:
            raise ValueError('I/O operation on closed epoll object')

    @property
    def closed(self):
        return self._fd < 0

    def close(self):
        if self._fd >= 0:
            from _socket import close
            fd, self._fd = self._fd, -1
            close(fd)

    def fileno(self):
        self._check()
        return self._fd

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        self._check()
        _epoll_ctl(self._fd, 'add', fd, eventmask)

    def modify(self, fd, eventmask):
        self._check()
        _epoll_ctl(self._fd, 'modify', fd, eventmask)

    def unregister(self, fd):
        self._check()
        _epoll_ctl(self._fd, 'remove', fd, 0)

    def poll(self, timeout=None, maxevents=-1):
        self._check()
        if maxevents == -1:
            maxevents = 1023
        elif maxevents <= 0:
            raise ValueError(f'maxevents must be greater than 0, got {maxevents}')
        return _epoll_wait(self._fd, timeout, maxevents)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __del__(self):
        if getattr(self, '_fd', -1) >= 0:
            self.close()
