import sys
import _gevent
from _gevent import get_hub, getcurrent, sleep, spawn_raw, Waiter, WaitOperationsGreenlet, TrackedRawGreenlet, get_hub_if_exists
from greenlet import GreenletExit, greenlet as RawGreenlet, error as GreenletError
from gevent.exceptions import LoopExit, HubDestroyed, BlockingSwitchOutError, InvalidSwitchError

__all__ = ['getcurrent', 'GreenletExit', 'spawn_raw', 'sleep', 'kill', 'signal', 'reinit', 'get_hub', 'Hub', 'Waiter']

_get_hub = _get_hub_noargs = get_hub
get_thread_ident = _gevent._ident
MAIN_THREAD_IDENT = get_thread_ident()


def gmctime():
    import time
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


class Hub(WaitOperationsGreenlet):
    SYSTEM_ERROR = (KeyboardInterrupt, SystemExit, SystemError)
    NOT_ERROR = (GreenletExit, SystemExit)
    threadpool_size = 10
    name = ''
    resolver = None
    exception_stream = None
    periodic_monitoring_thread = None
    _threadpool = None

    def __repr__(self):
        info = self.__class__.__name__
        result = '<%s %r at 0x%x epoll%s pending=0 ref=-1' % (
            info, self.name, id(self), ' default' if self.main_hub else '')
        if self._threadpool is not None:
            result += ' threadpool=%r' % (self._threadpool,)
        return result + ' thread_ident=0x%x>' % (self.thread_ident,)

    @property
    def backend(self):
        return self.loop.backend

    @property
    def loop_class(self):
        return type(self.loop)

    def _loop_exit(self):
        return LoopExit('This operation would block forever', self, [])

    def handle_error(self, context, type, value, tb):
        if isinstance(value, str):
            value = type(value)
        if not issubclass(type, self.NOT_ERROR):
            self.print_exception(context, type, value, tb)
        if context is None or issubclass(type, self.SYSTEM_ERROR):
            self.handle_system_error(type, value, tb)

    def handle_system_error(self, type, value, tb=None):
        current = getcurrent()
        if current is self or current is self.parent or self.loop is None:
            self.parent.throw(type, value, tb)
        else:
            # In the middle of a greenlet: the main one gets it, and this one goes on later.
            callback = self.loop.run_callback(current.switch)
            try:
                self.parent.throw(type, value, tb)
            finally:
                callback.stop()

    def print_exception(self, context, t, v, tb):
        stream = self.exception_stream or sys.stderr
        if stream is None:
            return
        if t is HubDestroyed:
            return
        write = stream.write
        if v is not None:
            write(_gevent._format(v))
        if context is not None:
            if not isinstance(context, str):
                try:
                    context = repr(context)
                except:
                    write(_gevent._format(sys.exc_info()[1]))
                    context = repr(type(context)) if False else '<%s>' % (type(context).__name__,)
            write('%s %s failed with %s\n\n' % (gmctime(), context, getattr(t, '__name__', 'exception')))

    def join(self, timeout=None):
        assert getcurrent() is self.parent, "only possible from the MAIN greenlet"
        if self.dead:
            return True
        waiter = Waiter(self)
        if timeout is not None:
            timer = self.loop.timer(timeout, ref=False)
            timer.start(waiter.switch, None)
        else:
            timer = None
        try:
            try:
                waiter.get()
            except LoopExit:
                return True
        finally:
            if timer is not None:
                timer.stop()
                timer.close()
        return False

    def destroy(self, destroy_loop=None):
        _gevent._destroy(self)

    @property
    def threadpool(self):
        if self._threadpool is None:
            from gevent.threadpool import ThreadPool
            self._threadpool = ThreadPool(self.threadpool_size, hub=self)
        return self._threadpool

    @threadpool.setter
    def threadpool(self, value):
        self._threadpool = value

    @property
    def threadpool_class(self):
        from gevent.threadpool import ThreadPool
        return ThreadPool

    def cancel_wait(self, watcher, error, close_watcher=False):
        if watcher.callback is None:
            return
        self.loop.run_callback(self._cancel_wait, watcher, error, close_watcher)

    def _cancel_wait(self, watcher, error, close_watcher):
        active = watcher.active
        if close_watcher:
            watcher.close()
        if active:
            glet = getattr(watcher.callback, '__self__', None)
            if glet is not None:
                glet.throw(error)

    def start_periodic_monitoring_thread(self):
        _gevent._unsupported("hub.start_periodic_monitoring_thread(): there is no monitor thread here; "
                             "the recording shows when the hub is blocked")


class linkproxy:
    def __init__(self, callback, obj):
        self.callback = callback
        self.obj = obj

    def __call__(self, *args):
        callback, obj = self.callback, self.obj
        self.callback = self.obj = None
        callback(obj)


def get_loop():
    return get_hub().loop


def set_hub(hub):
    _gevent._unsupported("gevent.hub.set_hub(): each thread has one hub; use get_hub()")


def set_loop(loop):
    _gevent._unsupported("gevent.hub.set_loop(): each hub has one loop; use get_hub().loop")


def set_default_hub_class(hubtype):
    _gevent._setup({'Hub': hubtype})


def idle(priority=0):
    hub = get_hub()
    watcher = hub.loop.idle()
    if priority:
        watcher.priority = priority
    hub.wait(watcher)


def reinit(hub=None):
    # After a fork the loop would be made anew; this one has nothing to make anew.
    hub = hub or get_hub_if_exists()
    if hub is not None:
        sleep(0.00001)


def kill(greenlet, exception=GreenletExit):
    if not greenlet.dead:
        if hasattr(greenlet, '_cancel_start'):
            # A Greenlet: never let it begin.
            greenlet.kill(exception=exception, block=False)
        else:
            get_hub().loop.run_callback(greenlet.throw, exception)


class signal:
    greenlet_class = None

    def __init__(self, signalnum, handler, *args, **kwargs):
        if not callable(handler):
            raise TypeError("signal handler must be callable.")
        self.hub = get_hub()
        self.watcher = self.hub.loop.signal(signalnum, ref=False)
        self.handler = handler
        self.args = args
        self.kwargs = kwargs
        if self.greenlet_class is None:
            from gevent import Greenlet
            type(self).greenlet_class = Greenlet
        self.watcher.start(self._start)
        _watch_signal(signalnum, self)

    ref = property(lambda self: self.watcher.ref, lambda self, value: setattr(self.watcher, 'ref', value))

    def cancel(self):
        self.watcher.stop()
        _forget_signal(self)

    def _start(self):
        try:
            g = self.greenlet_class(self.handle)
            g.switch()
        except:
            self.hub.handle_error(None, *sys.exc_info())

    def handle(self):
        try:
            self.handler(*self.args, **self.kwargs)
        except:
            self.hub.handle_error(None, *sys.exc_info())


_signals = {}


def _watch_signal(signalnum, handler):
    import signal as module
    number = int(signalnum)
    if number not in _signals:
        _signals[number] = []
        module.signal(number, lambda signum, frame: [h.watcher.feed(0, h._start) for h in list(_signals.get(signum, ()))])
    _signals[number].append(handler)


def _forget_signal(handler):
    for number, handlers in list(_signals.items()):
        if handler in handlers:
            handlers.remove(handler)
            if not handlers:
                import signal as module
                del _signals[number]
                module.signal(number, module.default_int_handler if number == 2 else module.SIG_DFL)


def iwait(objects, timeout=None, count=None):
    if objects is None:
        yield get_hub().join(timeout=timeout)
        return
    from gevent.timeout import Timeout
    count = len(objects) if count is None else min(count, len(objects))
    waiter = _gevent.MultipleWaiter()
    switch = waiter.switch
    waiter._describe('end of %d of %d' % (count, len(objects)) if count < len(objects) else
                     'end of %d' % count if count != 1 else 'end of 1')
    if timeout is not None:
        timer = get_hub().loop.timer(timeout, priority=-1)
        timer.start(switch, _none)
    try:
        for obj in objects:
            obj.rawlink(switch)
        for _ in range(count):
            item = waiter.get()
            waiter.clear()
            if item is _none:
                return
            yield item
    finally:
        if timeout is not None:
            timer.close()
        for obj in objects:
            unlink = getattr(obj, 'unlink', None)
            if unlink is not None:
                unlink(switch)


_none = object()


def wait(objects=None, timeout=None, count=None):
    if objects is None:
        return get_hub().join(timeout=timeout)
    return list(iwait(objects, timeout, count))


_gevent._setup({'Hub': Hub, 'LoopExit': LoopExit, 'BlockingSwitchOutError': BlockingSwitchOutError,
                'InvalidSwitchError': InvalidSwitchError, 'HubDestroyed': HubDestroyed})
