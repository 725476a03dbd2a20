import sys as _sys
import _thread
from _thread import (get_ident, get_native_id, _Event as Event, _Semaphore as Semaphore, RLock, _Condition, _Thread,
                     TIMEOUT_MAX, _threads, _deprecated)

_PyRLock = _CRLock = RLock  # there is one form of it
__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs',
           'getprofile', 'gettrace', 'get_native_id']

Lock = _thread.allocate_lock
ThreadError = RuntimeError
stack_size = _thread.stack_size

_number = 0


def _next_name(template="Thread-%d"):
    global _number
    _number += 1
    return template % _number


class Thread(_Thread):
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
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._args = args
        self._kwargs = kwargs
        self._setup(name, daemon)

    def start(self):
        self._launch(_bootstrap)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def isDaemon(self):
        _deprecated('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic

    def getName(self):
        _deprecated('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        _deprecated('setName() is deprecated, set the name attribute instead')
        self.name = name


def _bootstrap(thread):
    # What a thread does from its start to its end.
    try:
        thread.run()
    except BaseException as e:
        if not isinstance(e, SystemExit):
            _thread._failed(thread, e)
        _report(e, thread)


def _report(e, thread):
    hook = excepthook
    try:
        hook(ExceptHookArgs((type(e), e, e.__traceback__, thread)))
    except BaseException as inner:
        if hook is not __excepthook__:
            inner.__suppress_context__ = True
            _sys.stderr.write("Exception in threading.excepthook:\n" + _thread._format(inner))


class ExceptHookArgs(tuple):
    __module__ = "_thread"
    n_fields = n_sequence_fields = 4
    n_unnamed_fields = 0
    __match_args__ = ("exc_type", "exc_value", "exc_traceback", "thread")
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return ("_thread._ExceptHookArgs(exc_type=%r, exc_value=%r, exc_traceback=%r, thread=%r)" % tuple(self))


def excepthook(args, /):
    if args.exc_type is SystemExit or args.exc_type is not None and issubclass(args.exc_type, SystemExit):
        return
    stderr = _sys.stderr
    if stderr is None:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    value = args.exc_value
    if value is None:
        value = args.exc_type()
    stderr.write(f"Exception in thread {name}:\n" + _thread._format(value))
    stderr.flush()


__excepthook__ = excepthook


class _MainThread(Thread):
    def __init__(self):
        _thread._adopt(self, "MainThread", True)


class _DummyThread(Thread):
    # A thread that was not started by this module.
    def __init__(self):
        self._setup("", True)
        _thread._adopt(self, _next_name("Dummy-%d"), False)

    def is_alive(self):
        return True

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


_main_thread = _MainThread()


def current_thread():
    return _thread._current() or _DummyThread()


def currentThread():
    _deprecated('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def main_thread():
    return _main_thread


def enumerate():
    return _threads()


def active_count():
    return len(_threads())


def activeCount():
    _deprecated('activeCount() is deprecated, use active_count() instead')
    return active_count()


_trace_hook = _profile_hook = None


def _register_atexit(func, *arg, **kwargs):
    _thread._register_atexit(lambda: func(*arg, **kwargs))


def _shutdown():
    _thread._shutdown()


def settrace(func):
    global _trace_hook
    _trace_hook = func


def gettrace():
    return _trace_hook


def setprofile(func):
    global _profile_hook
    _profile_hook = func


def getprofile():
    return _profile_hook


_monotonic = None


def _now():
    global _monotonic
    if _monotonic is None:
        from time import monotonic
        _monotonic = monotonic
    return _monotonic()


class Condition(_Condition):
    def __init__(self, lock=None):
        self._setup(lock, "condition")

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            left = timeout
            if timeout is not None:
                if end is None:
                    end = _now() + timeout
                else:
                    left = end - _now()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notifyAll(self):
        _deprecated('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, self._waiting())


class BoundedSemaphore(Semaphore):
    _bounded = True

    def __init__(self, value=1):
        super().__init__(value)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    # Threads are let in until the barrier is full, then out until it is empty.

    def __init__(self, parties, action=None, timeout=None):
        self._cond = _Condition()
        self._cond._setup(None, "barrier")
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = "filling"     # filling, draining, resetting, broken
        self._count = 0

    def __repr__(self):
        cls = type(self)
        what = "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {what}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in ("draining", "resetting"):
                self._cond.wait()
            if self._state == "broken":
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._await(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in ("draining", "resetting"):
                    self._state = "filling"
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = "draining"
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _await(self, timeout):
        end = None if timeout is None else _now() + timeout
        while self._state == "filling":
            left = None if end is None else end - _now()
            if left is not None and left <= 0 or not self._cond.wait(left) and self._state == "filling":
                self._break()
                raise BrokenBarrierError
        if self._state in ("broken", "resetting"):
            raise BrokenBarrierError

    def _break(self):
        self._state = "broken"
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in ("filling", "broken"):
                    self._state = "resetting"
            else:
                self._state = "filling"
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
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


class local:
    # Each thread has a dictionary of its own; what the class defines is common.
    __slots__ = ("_local__dicts", "_local__args")

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local__args", (args, kwargs))
        object.__setattr__(self, "_local__dicts", {get_ident(): {}})
        return self

    def __getattribute__(self, name):
        mine = _local_dict(self)
        if name == "__dict__":
            return mine
        if name in mine and not isinstance(getattr(type(self), name, None), property):
            return mine[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            cls = type(self)
            if getattr(cls, name, None) is not None or hasattr(cls, "__getattr__"):
                raise
        raise AttributeError(f"'{_shown(self)}' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        mine = _local_dict(self)
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        if isinstance(getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
        else:
            mine[name] = value

    def __delattr__(self, name):
        mine = _local_dict(self)
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        if isinstance(getattr(type(self), name, None), property):
            object.__delattr__(self, name)
        elif name in mine:
            del mine[name]
        else:
            raise AttributeError(f"'{_shown(self)}' object has no attribute '{name}'")


def _shown(self):
    cls = type(self)
    return "_thread._local" if cls is local else cls.__name__


def _local_dict(self):
    dicts = object.__getattribute__(self, "_local__dicts")
    mine = dicts.get(get_ident())
    if mine is None:
        mine = dicts[get_ident()] = {}
        cls = type(self)
        if cls.__init__ is not object.__init__:
            args, kwargs = object.__getattribute__(self, "_local__args")
            cls.__init__(self, *args, **kwargs)
    return mine


_thread._at_end()
