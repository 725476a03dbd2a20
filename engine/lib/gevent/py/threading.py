# What threading becomes when it is patched: threads are greenlets, locks wait in the hub.
import sys
import _gevent
import _thread as _real
from _gevent import getcurrent, get_hub
from gevent.event import Event
from gevent.greenlet import Greenlet
from gevent.local import local
from gevent.lock import Semaphore as _Semaphore, RLock as _RLock
from gevent.thread import LockType, allocate_lock, get_ident, start_new_thread
from gevent.timeout import Timeout

__all__ = None
del __all__

Lock = LockType
_original = {}   # of threading, before it was patched
_threads = {}    # those that live, by ident
_dangling = []


def RLock(*args, **kwargs):
    return _RLock()


def _base():
    import threading
    return _original.get('Thread') or threading.Thread


def _define():
    # The classes are made when threading is patched, on top of its own.
    import threading
    from threading import _next_name, ExceptHookArgs

    class Thread:
        _started_event = None

        def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
            assert group is None, "group argument must be None for now"
            if kwargs is None:
                kwargs = {}
            if name:
                name = str(name)
            else:
                name = _next_name()
                if target is not None:
                    try:
                        name += " (%s)" % (target.__name__,)
                    except AttributeError:
                        pass
            self._target = target
            self._name = name
            self._args = args
            self._kwargs = kwargs
            self._daemonic = current_thread().daemon if daemon is None else bool(daemon)
            self._ident = None
            self._greenlet = None
            self._started_event = Event()
            self._over = False

        def __repr__(self):
            status = 'initial'
            if self._started_event.is_set():
                status = 'started'
            if self._over:
                status = 'stopped'
            if self._daemonic:
                status += ' daemon'
            if self._ident is not None:
                status += ' %s' % self._ident
            return '<%s(%s, %s)>' % (self.__class__.__name__, self._name, status)

        def start(self):
            if self._started_event is None:
                raise RuntimeError("thread.__init__() not called")
            if self._greenlet is not None:
                raise RuntimeError("threads can only be started once")
            self._greenlet = Greenlet(self._bootstrap)
            _gevent._rename(self._greenlet, self._name)
            self._greenlet.start()
            self._started_event.wait()

        def _bootstrap(self):
            self._ident = get_ident()
            _threads[self._ident] = self
            self._started_event.set()
            try:
                self.run()
            except SystemExit:
                pass
            except BaseException as e:
                if e.__class__.__name__ == 'GreenletExit':
                    raise
                _gevent._failed(self._greenlet, e)
                threading.excepthook(ExceptHookArgs((type(e), e, e.__traceback__, self)))
            finally:
                self._over = True
                _threads.pop(self._ident, None)

        def run(self):
            try:
                if self._target is not None:
                    self._target(*self._args, **self._kwargs)
            finally:
                del self._target, self._args, self._kwargs

        def join(self, timeout=None):
            if self._started_event is None:
                raise RuntimeError("Thread.__init__() not called")
            if self._greenlet is None:
                raise RuntimeError("cannot join thread before it is started")
            if self is current_thread():
                raise RuntimeError("cannot join current thread")
            self._greenlet.join(timeout)

        def is_alive(self):
            return self._started_event.is_set() and not self._over

        @property
        def name(self):
            return self._name

        @name.setter
        def name(self, name):
            self._name = str(name)
            if self._greenlet is not None:
                _gevent._rename(self._greenlet, self._name)

        @property
        def ident(self):
            return self._ident

        @property
        def native_id(self):
            return _real.get_native_id() if self._ident is not None else None

        @property
        def daemon(self):
            return self._daemonic

        @daemon.setter
        def daemon(self, daemonic):
            if self._started_event.is_set():
                raise RuntimeError("cannot set daemon status of active thread")
            self._daemonic = daemonic

        def isDaemon(self):
            return self.daemon

        def setDaemon(self, daemonic):
            self.daemon = daemonic

        def getName(self):
            return self.name

        def setName(self, name):
            self.name = name

    class _MainThread(Thread):
        def __init__(self):
            self._name = "MainThread"
            self._daemonic = False
            self._over = False
            self._started_event = Event()
            self._started_event.set()
            self._greenlet = get_hub().parent
            self._ident = get_ident(self._greenlet)
            _threads[self._ident] = self

        def join(self, timeout=None):
            if current_thread() is self:
                raise RuntimeError("cannot join current thread")
            while not self._over:
                get_hub().wait(get_hub().loop.timer(0.01))

    class _DummyThread(Thread):
        # A greenlet that this module has not made.
        def __init__(self):
            self._name = _next_name("Dummy-%d")
            self._daemonic = True
            self._over = False
            self._started_event = Event()
            self._started_event.set()
            self._greenlet = current = getcurrent()
            self._ident = get_ident()
            _threads[self._ident] = self
            if hasattr(current, 'rawlink'):
                ident = self._ident
                current.rawlink(lambda g: _threads.pop(ident, None))

        def is_alive(self):
            return True

        def join(self, timeout=None):
            assert False, "cannot join a dummy thread"

    def current_thread():
        try:
            return _threads[get_ident()]
        except KeyError:
            return _DummyThread()

    def main_thread():
        return main

    def enumerate():
        return list(_threads.values())

    def active_count():
        return len(_threads)

    class Timer(Thread):
        def __init__(self, interval, function, args=None, kwargs=None):
            Thread.__init__(self)
            self.interval = interval
            self.function = function
            self.args = args if args is not None else []
            self.kwargs = kwargs if kwargs is not None else {}
            self.finished = Event()

        def cancel(self):
            self.finished.set()

        def run(self):
            self.finished.wait(self.interval)
            if not self.finished.is_set():
                self.function(*self.args, **self.kwargs)
            self.finished.set()

    class Barrier(threading.Barrier):
        def __init__(self, parties, action=None, timeout=None):
            super().__init__(parties, action, timeout)
            self._cond = Condition()

    for cls in (Thread, _MainThread, _DummyThread, Timer, Barrier):
        cls.__module__ = 'threading'
        cls.__qualname__ = cls.__name__
    main = _MainThread()

    def _shutdown():
        # The end of the main module waits for the threads that are no daemons.
        from gevent import _futures
        _futures.end()
        while True:
            left = [t for t in _threads.values() if t is not main and not t.daemon]
            if not left:
                break
            left[0]._greenlet.join()
        main._over = True

    _gevent._at_end(_shutdown)
    return dict(Thread=Thread, _DummyThread=_DummyThread, _MainThread=_MainThread, Timer=Timer, Barrier=Barrier, Lock=Lock,
                RLock=RLock, Event=Event, local=local, get_ident=get_ident, current_thread=current_thread,
                currentThread=current_thread, main_thread=main_thread, enumerate=enumerate, active_count=active_count,
                activeCount=active_count, Condition=Condition, Semaphore=Semaphore, BoundedSemaphore=BoundedSemaphore,
                _main_thread=main)


class Condition:
    __module__ = 'threading'

    def __init__(self, lock=None):
        if lock is None:
            lock = _RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, len(self._waiters))

    def _is_owned(self):
        owned = getattr(self._lock, '_is_owned', None)
        if owned is not None:
            return owned()
        return self._lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = LockType()
        waiter.acquire()
        self._waiters.append(waiter)
        save = getattr(self._lock, '_release_save', None)
        state = save() if save else self._lock.release()
        got = False
        try:
            if timeout is None:
                waiter.acquire()
                got = True
            elif timeout > 0:
                got = waiter.acquire(True, timeout)
            else:
                got = waiter.acquire(False)
            return got
        finally:
            if save:
                self._lock._acquire_restore(state)
            else:
                self._lock.acquire()
            if not got:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        from time import monotonic
        end = None
        left = timeout
        result = predicate()
        while not result:
            if left is not None:
                if end is None:
                    end = monotonic() + left
                else:
                    left = end - monotonic()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        for waiter in self._waiters[:n]:
            self._waiters.remove(waiter)
            waiter.release()

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore(_Semaphore):
    __module__ = 'threading'

    def __init__(self, value=1):
        _Semaphore.__init__(self, value)
        self._owned('semaphore')
        self._initial = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        return _Semaphore.acquire(self, blocking, timeout)

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        for _ in range(n):
            _Semaphore.release(self)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    @property
    def _value(self):
        return self.counter


class BoundedSemaphore(Semaphore):
    __module__ = 'threading'

    def release(self, n=1):
        if self.counter + n > self._initial:
            raise ValueError("Semaphore released too many times")
        Semaphore.release(self, n)


def _green_queues():
    # The classes of module queue, waiting in the hub.
    from gevent import queue as q
    import queue as real

    def define(name, base):
        class Queue(base):
            def __init__(self, maxsize=0):
                base.__init__(self, maxsize)
                self.unfinished_tasks = 0
                self._cond = Event()
                self._cond.set()

            @property
            def maxsize(self):
                return base.maxsize.__get__(self) or 0

            @property
            def queue(self):
                return base.queue.__get__(self)

            def put(self, item, block=True, timeout=None):
                if block and timeout is not None and timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")
                q.JoinableQueue.put(self, item, block, timeout)

            def put_nowait(self, item):
                self.put(item, False)

            task_done = q.JoinableQueue.task_done
            __iter__ = None

            def join(self):
                self._cond.wait()

            __repr__ = object.__repr__
            __str__ = object.__repr__

        Queue.__name__ = Queue.__qualname__ = name
        Queue.__module__ = 'queue'
        return Queue
    out = {}
    for name in ('Queue', 'LifoQueue', 'PriorityQueue'):
        out[name] = define(name, getattr(q, name))
    return out
