"""Loops whose class keeps time, or runs its iterations, in a way of its own.

The loop in _asyncio knows the clock of the computer, and calls none of its own
methods while it runs. A class that overrides time(), call_at() or _run_once()
gets these forms instead, which do call them."""

import sys
from . import tasks


def adopt(cls):
    """Give a class the forms of those methods that it does not define itself."""
    sleep_by_call_later(cls)
    for name in ('run_forever', '_run_once', 'call_later', 'call_at', '_process_events', '_write_to_self'):
        if name not in cls.__dict__:
            setattr(cls, name, _forms[name])
    cls._own_way = True


def sleep_by_call_later(cls):
    """Have sleep() ask the running loop for its timers from now on."""
    for module in ('asyncio', 'asyncio.tasks'):
        sys.modules[module].sleep = tasks._general_sleep
    cls._own_timers = True


def run_forever(self):
    self._begin_run()
    try:
        while True:
            self._run_once()
            if self._stopping:
                break
    finally:
        self._end_run()


def _run_once(self):
    timeout = self._time_to_wait(self.time())
    selector = self.__dict__.get('_selector')
    if selector is not None:
        self._process_events(selector.select(timeout))
    elif timeout != 0:
        self._wait(timeout)
    self._run_ready(self.time() + getattr(self, '_clock_resolution', 1e-9))


def call_later(self, delay, callback, *args, context=None):
    if delay is None:
        raise TypeError('delay must not be None')
    timer = self.call_at(self.time() + delay, callback, *args, context=context)
    return timer


def call_at(self, when, callback, *args, context=None):
    from .base_events import BaseEventLoop
    return super(BaseEventLoop, self).call_at(when, callback, *args, context=context)


def _process_events(self, event_list):
    pass


def _write_to_self(self):
    pass


_forms = {f.__name__: f for f in (run_forever, _run_once, call_later, call_at, _process_events, _write_to_self)}
