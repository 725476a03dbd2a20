"""Loops: the interface, the policy, and which loop is current."""

from _asyncio import (Handle, TimerHandle, get_running_loop, _get_running_loop, _set_running_loop,
                      _get_set_loop, _set_loop, _is_main_thread, _thread_repr)

__all__ = ('AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle',
           'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop', 'set_event_loop',
           'new_event_loop', 'get_child_watcher', 'set_child_watcher',
           '_set_running_loop', 'get_running_loop', '_get_running_loop')


class AbstractServer:
    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class AbstractEventLoop:
    """What every event loop offers."""


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    _loop_factory = None

    def get_event_loop(self):
        """The loop that was set for this thread; the main thread's first one is made here."""
        loop, was_set = _get_set_loop()
        if loop is None and not was_set and _is_main_thread():
            self.set_event_loop(self.new_event_loop())
            loop, was_set = _get_set_loop()
        if loop is None:
            raise RuntimeError(f'There is no current event loop in thread {_thread_repr()}.')
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, "
                            f"not '{type(loop).__name__}'")
        _set_loop(loop)

    def new_event_loop(self):
        return self._loop_factory()


_policy = None


def get_event_loop_policy():
    global _policy
    if _policy is None:
        from .base_events import DefaultEventLoopPolicy
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    _policy = policy


def get_event_loop():
    """The running loop, else the one of the policy."""
    loop = _get_running_loop()
    if loop is not None:
        return loop
    return get_event_loop_policy().get_event_loop()


_get_event_loop = get_event_loop


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    from _asyncio import _unsupported
    _unsupported('asyncio child watchers: there are no subprocesses here')


def set_child_watcher(watcher):
    from _asyncio import _unsupported
    _unsupported('asyncio child watchers: there are no subprocesses here')
