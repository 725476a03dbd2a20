import _gevent
from _gevent import _PoolTrace, _IMap, _imap_next, getcurrent
from gevent.hub import GreenletExit, kill as _kill
from gevent.greenlet import Greenlet, joinall
from gevent.timeout import Timeout
from gevent.event import Event
from gevent.lock import Semaphore, DummySemaphore
from gevent.queue import Queue, Full as QueueFull

__all__ = ['Group', 'Pool', 'PoolFull']


class _Failure:
    # A result that is raised.
    __slots__ = ('exc', 'source')

    def __init__(self, exc, source=None):
        self.exc = exc
        self.source = source


class _Deliver:
    def __init__(self, collect, index):
        self.collect = collect
        self.index = index

    def __call__(self, source):
        self.collect.deliver(self.index, source.value if source.successful() else _Failure(source.exception, source))


class IMapUnordered(Greenlet):
    __module__ = 'gevent._gevent_c_imap'

    _ordered = False

    def __init__(self, func, iterable, spawn, maxsize=None, _zipped=False):
        Greenlet.__init__(self)
        self._spawn_one = spawn
        self._zipped = _zipped
        self._func = func
        self._iterable = iterable
        self._results = Queue()
        self._semaphore = Semaphore(maxsize) if maxsize else None
        self._collect = _IMap(self._results, self._ordered, _Failure, _Failure(StopIteration()), self._semaphore)

    def __iter__(self):
        return self

    __next__ = next = _imap_next

    def _raise(self, failure):
        source = getattr(failure.source, '_raise_exception', None)
        if source is not None:
            source()
        exc, failure = failure.exc, None
        raise exc

    def _run(self):
        try:
            func, spawn, semaphore, link, zipped = self._func, self._spawn_one, self._semaphore, self._collect.link, self._zipped
            pool = getattr(spawn, '__self__', None)
            if getattr(pool, '_plain', False) and semaphore is None and not zipped and spawn.__func__ is Group.spawn:
                start, cls = pool._trace.spawn, pool.greenlet_class
                for item in self._iterable:
                    link(start(cls, func, item))
                self._iterable = ()
            for item in self._iterable:
                if semaphore is not None:
                    semaphore.acquire()
                g = spawn(func, *item) if zipped else spawn(func, item)
                index = link(g)
                if index is not None:
                    # Not a greenlet of ours: the result of a thread pool.
                    g.rawlink(_Deliver(self._collect, index))
        except BaseException as e:
            self._collect.finish(_Failure(e))
            raise
        else:
            self._collect.finish(None)
        finally:
            self._spawn_one = self._func = self._iterable = self._semaphore = None


class IMap(IMapUnordered):
    # The same in the order of the items.
    __module__ = 'gevent._gevent_c_imap'
    _ordered = True


class GroupMappingMixin:
    def spawn(self, func, *args, **kwargs):
        raise NotImplementedError

    def _apply_immediately(self):
        return False

    def _apply_async_use_greenlet(self):
        raise NotImplementedError

    def _apply_async_cb_spawn(self, callback, result):
        raise NotImplementedError

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        result = self.apply(func, args, kwds)
        if callback is not None:
            self._apply_async_cb_spawn(callback, result)
        return result

    def apply_async(self, func, args=None, kwds=None, callback=None):
        if args is None:
            args = ()
        if kwds is None:
            kwds = {}
        if self._apply_async_use_greenlet():
            return Greenlet.spawn(self.apply_cb, func, args, kwds, callback)
        greenlet = self.spawn(func, *args, **kwds)
        if callback is not None:
            greenlet.link(pass_value(callback))
        return greenlet

    def apply(self, func, args=None, kwds=None):
        if args is None:
            args = ()
        if kwds is None:
            kwds = {}
        if self._apply_immediately():
            return func(*args, **kwds)
        return self.spawn(func, *args, **kwds).get()

    def __map(self, func, iterable):
        return [g.get() for g in [self.spawn(func, i) for i in iterable]]

    def map(self, func, iterable):
        return Greenlet.spawn(self.__map, func, iterable).get()

    def map_cb(self, func, iterable, callback=None):
        result = self.map(func, iterable)
        if callback is not None:
            callback(result)
        return result

    def map_async(self, func, iterable, callback=None):
        return Greenlet.spawn(self.map_cb, func, iterable, callback)

    def __imap(self, cls, func, iterables, maxsize=None):
        if len(iterables) == 1:
            return cls.spawn(func, iter(iterables[0]), spawn=self.spawn, maxsize=maxsize)
        return cls.spawn(func, zip(*iterables), spawn=self.spawn, _zipped=True, maxsize=maxsize)

    def imap(self, func, *iterables, **kwargs):
        return self.__imap(IMap, func, iterables, **kwargs)

    def imap_unordered(self, func, *iterables, **kwargs):
        return self.__imap(IMapUnordered, func, iterables, **kwargs)


class Group(GroupMappingMixin):
    greenlet_class = Greenlet

    def __init__(self, *args):
        assert len(args) <= 1, args
        self.greenlets = set(*args)
        if args:
            for greenlet in args[0]:
                greenlet.rawlink(self._discard)
        self.dying = set()
        self._empty_event = Event()
        self._empty_event.set()
        self._trace = _PoolTrace(type(self).__name__.lower(), getattr(self, 'size', None), self._empty_event)
        self._trace.bind(self.greenlets, self.dying, self._empty_event, None)
        cls = type(self)
        self._plain = (cls.add in _own and cls.start in _own and cls._discard in _own)

    def __repr__(self):
        return '<%s at 0x%x %s>' % (self.__class__.__name__, id(self), self.greenlets)

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(self.greenlets)

    def add(self, greenlet):
        if self._plain and self._trace.enter(greenlet):
            return
        greenlet.rawlink(self._discard)
        self.greenlets.add(greenlet)
        self._empty_event.clear()
        self._trace.count(len(self.greenlets))

    def _discard(self, greenlet):
        self.greenlets.discard(greenlet)
        self.dying.discard(greenlet)
        if not self.greenlets:
            self._empty_event.set()
        self._trace.count(len(self.greenlets))

    def discard(self, greenlet):
        if self._trace.leave(greenlet):
            return
        self._discard(greenlet)
        greenlet.unlink(self._discard)

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        if self._plain:
            return self._trace.spawn(self.greenlet_class, *args, **kwargs)
        self._trace.home()
        greenlet = self.greenlet_class(*args, **kwargs)
        self.start(greenlet)
        return greenlet

    def join(self, timeout=None, raise_error=False):
        greenlets = list(self.greenlets) if raise_error else ()
        result = self._empty_event.wait(timeout=timeout)
        for greenlet in greenlets:
            if greenlet.exception is not None:
                if hasattr(greenlet, '_raise_exception'):
                    greenlet._raise_exception()
                raise greenlet.exception
        return result

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        timer = Timeout._start_new_or_dummy(timeout)
        try:
            while self.greenlets:
                for greenlet in list(self.greenlets):
                    if greenlet in self.dying:
                        continue
                    try:
                        kill = greenlet.kill
                    except AttributeError:
                        _kill(greenlet, exception)
                    else:
                        kill(exception, block=False)
                    self.dying.add(greenlet)
                if not block:
                    break
                joinall(self.greenlets)
        except Timeout as ex:
            if ex is not timer:
                raise
        finally:
            timer.cancel()

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet not in self.dying and greenlet in self.greenlets:
            greenlet.kill(exception, block=False)
            self.dying.add(greenlet)
        if block:
            greenlet.join(timeout)

    def full(self):
        return False

    def wait_available(self, timeout=None):
        pass

    def _apply_immediately(self):
        # Whoever waits in a full pool for itself waits for ever.
        return getcurrent() in self

    def _apply_async_cb_spawn(self, callback, result):
        Greenlet.spawn(callback, result)

    def _apply_async_use_greenlet(self):
        return self.full()


class PoolFull(QueueFull):
    pass


class Pool(Group):
    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError('size must not be negative: %r' % (size,))
        self.size = size
        Group.__init__(self)
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        if size is None:
            self._semaphore = DummySemaphore(size)
        else:
            self._semaphore = Semaphore(size)
            self._trace.adopt(self._semaphore)
            self._trace.bind(self.greenlets, self.dying, self._empty_event, self._semaphore)

    def wait_available(self, timeout=None):
        return self._semaphore.wait(timeout=timeout)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        if self.size is None:
            return 1
        return max(0, self.size - len(self))

    def start(self, greenlet, blocking=True, timeout=None):
        self.add(greenlet, blocking, timeout)
        greenlet.start()

    def add(self, greenlet, blocking=True, timeout=None):
        if not self._semaphore.acquire(blocking, timeout):
            raise PoolFull
        try:
            Group.add(self, greenlet)
        except:
            self._semaphore.release()
            raise

    def _discard(self, greenlet):
        Group._discard(self, greenlet)
        self._semaphore.release()


# The methods that say who is in a pool, as this module defines them: a class that has others is asked each time.
_own = {Group.add, Group.start, Group._discard, Pool.add, Pool.start, Pool._discard}


class pass_value:
    __slots__ = ('callback',)

    def __init__(self, callback):
        self.callback = callback

    def __call__(self, source):
        if source.successful():
            self.callback(source.value)

    def __hash__(self):
        return hash(self.callback)

    def __eq__(self, other):
        return self.callback == getattr(other, 'callback', other)

    def __repr__(self):
        return repr(self.callback)
