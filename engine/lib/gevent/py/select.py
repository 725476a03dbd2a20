"""select() and poll() that let other greenlets run while they wait."""

import select as _real
from select import error
from gevent.event import Event
from gevent.hub import get_hub, sleep as _sleep

__implements__ = ['select', 'poll']
__all__ = ['error'] + __implements__
_real_select, _real_poll = _real.select, _real.poll
_READ, _WRITE = 1, 2


def get_fileno(obj):
    fileno = getattr(obj, 'fileno', None)
    if fileno is not None:
        return fileno()
    if not isinstance(obj, int):
        raise TypeError('argument must be an int, or have a fileno() method: %r' % (obj,))
    return obj


class _Result:
    def __init__(self):
        self.read = []
        self.write = []
        self.event = Event()
        self.watchers = []

    def add(self, objs, events, found):
        loop = get_hub().loop
        for obj in objs:
            watcher = loop.io(get_fileno(obj), events)
            self.watchers.append(watcher)
            watcher.start(self.happened, found, obj)

    def happened(self, found, obj):
        if obj not in found:
            found.append(obj)
        self.event.set()

    def close(self):
        for watcher in self.watchers:
            watcher.close()


def select(rlist, wlist, xlist, timeout=None):
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    rlist, wlist = list(rlist), list(wlist)
    # What can be told at once is; wrong descriptors are found here, too.
    found = _real_select(rlist, wlist, xlist, 0)
    if found[0] or found[1] or found[2] or timeout == 0:
        return found
    result = _Result()
    try:
        result.add(rlist, _READ, result.read)
        result.add(wlist, _WRITE, result.write)
        result.event.wait(timeout=timeout)
        return result.read, result.write, []
    finally:
        result.close()


class poll:
    def __init__(self):
        self.fds = {}

    def register(self, fd, eventmask=_real.POLLIN | _real.POLLOUT):
        self.fds[get_fileno(fd)] = eventmask

    def modify(self, fd, eventmask):
        fd = get_fileno(fd)
        if fd not in self.fds:
            raise FileNotFoundError(2, 'No such file or directory')
        self.fds[fd] = eventmask

    def unregister(self, fd):
        del self.fds[get_fileno(fd)]

    def _look(self):
        real = _real_poll()
        for fd, mask in self.fds.items():
            real.register(fd, mask)
        return real.poll(0)

    def poll(self, timeout=None):
        found = self._look()
        if found or timeout == 0:
            return found
        result = _Result()
        try:
            for fd, mask in self.fds.items():
                events = (_READ if mask & _real.POLLIN else 0) | (_WRITE if mask & _real.POLLOUT else 0)
                if events:
                    result.add([fd], events, result.read)
            result.event.wait(timeout=timeout / 1000.0 if timeout is not None and timeout > -1 else None)
            return self._look()
        finally:
            result.close()


def _patch(patch_item, module):
    import selectors  # what it takes from this module is still there
    for name in __implements__:
        patch_item(module, name, globals()[name])
    # What cannot wait for greenlets is taken away.
    from gevent import monkey
    for name in ('epoll', 'kqueue', 'kevent', 'devpoll'):
        if hasattr(module, name):
            monkey.saved.setdefault('select', {}).setdefault(name, getattr(module, name))
            delattr(module, name)
