import _gevent
from _gevent import get_hub, getcurrent

__all__ = ['Timeout', 'with_timeout']


class _FakeTimer:
    # Of a Timeout that is not started, or never ends.
    pending = active = False

    def start(self, *args, **kwargs):
        raise AssertionError("non-expiring timer cannot be started")

    def stop(self):
        pass

    cancel = stop

    def close(self):
        pass


_fake = _FakeTimer()


class Timeout(BaseException):
    seconds = None
    timer = _fake

    def __init__(self, seconds=None, exception=None, ref=True, priority=-1, _one_shot=False):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._ref = ref
        self._priority = priority

    def start(self):
        if self.pending:
            raise AssertionError('%r is already started; to restart it, cancel it first' % self)
        if self.seconds is None:
            return
        exc = self.exception
        if exc is None or exc is False or isinstance(exc, str):
            what = self
        elif isinstance(exc, BaseException):
            what = exc
        else:
            what = _gevent._make_exc(exc)
        self.timer = _gevent._timer(self.seconds, what, self._ref, self._priority)

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True, _one_shot=False):
        if isinstance(timeout, Timeout):
            if not timeout.pending:
                timeout.start()
            return timeout
        timeout = cls(timeout, exception, ref=ref)
        timeout.start()
        return timeout

    @staticmethod
    def _start_new_or_dummy(timeout, exception=None, ref=True):
        if timeout is None:
            return _fake
        return Timeout.start_new(timeout, exception, ref=ref)

    @property
    def pending(self):
        return self.timer.active

    def cancel(self):
        self.timer.stop()
        self.timer = _fake

    close = cancel

    def __repr__(self):
        classname = type(self).__name__
        if self.pending:
            pending = ' pending'
        else:
            pending = ''
        if self.exception is None:
            exception = ''
        else:
            exception = ' exception=%r' % self.exception
        return '<%s at %s seconds=%s%s%s>' % (classname, hex(id(self)), self.seconds, exception, pending)

    def __str__(self):
        if self.seconds is None:
            return ''
        suffix = '' if self.seconds == 1 else 's'
        if self.exception is None:
            return '%s second%s' % (self.seconds, suffix)
        if self.exception is False:
            return '%s second%s (silent)' % (self.seconds, suffix)
        return '%s second%s: %s' % (self.seconds, suffix, self.exception)

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, typ, value, tb):
        self.cancel()
        if value is self and self.exception is False:
            return True


def with_timeout(seconds, function, *args, **kwds):
    missing = object()
    timeout_value = kwds.pop("timeout_value", missing)
    timeout = Timeout.start_new(seconds)
    try:
        try:
            return function(*args, **kwds)
        except Timeout as ex:
            if ex is timeout and timeout_value is not missing:
                return timeout_value
            raise
    finally:
        timeout.cancel()


_gevent._setup({'Timeout': Timeout})
