"""The loop, its policy, and the watchers of subprocesses.

There are no other programs to run here, so a watcher can be made, attached and
closed, and refuses to watch."""

from _asyncio import _unsupported
from . import base_events, events
from .base_events import _UnixDefaultEventLoopPolicy, _UnixSelectorEventLoop

__all__ = ('SelectorEventLoop', 'AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher',
           'PidfdChildWatcher', 'MultiLoopChildWatcher', 'ThreadedChildWatcher', 'DefaultEventLoopPolicy')

SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy


class AbstractChildWatcher:
    """What tells a loop that a subprocess has ended."""

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        raise NotImplementedError()

    def attach_loop(self, loop):
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    def is_active(self):
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class _Watcher(AbstractChildWatcher):
    _always_active = False

    def __init__(self):
        self._loop = None

    def add_child_handler(self, pid, callback, *args):
        _unsupported('asyncio child watchers: there are no subprocesses here')

    def remove_child_handler(self, pid):
        return False

    def attach_loop(self, loop):
        assert loop is None or isinstance(loop, events.AbstractEventLoop)
        self._loop = loop

    def close(self):
        self.attach_loop(None)

    def is_active(self):
        return self._always_active or self._loop is not None and self._loop.is_running()

    def __enter__(self):
        return self

    def __exit__(self, a, b, c):
        pass


class BaseChildWatcher(_Watcher):
    pass


class SafeChildWatcher(BaseChildWatcher):
    pass


class FastChildWatcher(BaseChildWatcher):
    pass


class PidfdChildWatcher(_Watcher):
    _always_active = True


class MultiLoopChildWatcher(_Watcher):
    pass


class ThreadedChildWatcher(_Watcher):
    _always_active = True

    def __init__(self):
        super().__init__()
        self._threads = {}
