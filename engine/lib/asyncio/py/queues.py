"""Queues."""

from collections import deque
from _asyncio import QueueCore, QueueEmpty, QueueFull, QueueShutDown, _waiter, _thing, _put, _got
from . import events, locks

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown')


class Queue(QueueCore):
    """A queue, first in, first out; put() waits when it is full, get() when it is empty."""

    _own_way = False

    def __init__(self, maxsize=0):
        thing = self._appear()
        if self._own_way:
            self._begin_own_way(maxsize, *thing)
        else:
            self._begin(maxsize, *thing)

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        changed = ('_init', '_get', '_put', 'full', 'empty', 'qsize')
        if not cls._own_way and any(name in cls.__dict__ for name in changed):
            # It keeps its items in a way of its own.
            cls._own_way = True
            for name, method in _own_methods:
                if name not in cls.__dict__:
                    setattr(cls, name, method)

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _appear(self):
        return _thing('queue', 1)

    def __getattr__(self, name):
        # Queues that keep their items themselves have these as attributes.
        if name in ('_getters', '_putters'):
            return self._waiting(name == '_putters')
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}', name=name, obj=self)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def _format(self):
        items, getters, putters, unfinished = self._contents()
        result = f'maxsize={self.maxsize!r}'
        if items:
            result += f' _queue={items!r}'
        if getters:
            result += f' _getters[{getters}]'
        if putters:
            result += f' _putters[{putters}]'
        if unfinished:
            result += f' tasks={unfinished}'
        return result


class _OwnWay:
    """The methods of queues that keep their items otherwise: in self._queue,
    by _init(), _get() and _put()."""

    _loop = None
    _get_loop = locks._Bound._get_loop

    def _begin_own_way(self, maxsize, entity, name):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._entity, self._name = entity, name
        self._finished = locks.Event()
        self._finished._value = True
        self._finished._entity, self._finished._name = entity, 'join of ' + name
        self._is_shutdown = False
        self._init(maxsize)

    def _format(self):
        result = f'maxsize={self._maxsize!r}'
        if getattr(self, '_queue', None):
            result += f' _queue={list(self._queue)!r}'
        if self._getters:
            result += f' _getters[{len(self._getters)}]'
        if self._putters:
            result += f' _putters[{len(self._putters)}]'
        if self._unfinished_tasks:
            result += f' tasks={self._unfinished_tasks}'
        return result

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= len(self._queue)

    def _wakeup_next(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    # put() and get() do what put_nowait() and get_nowait() do without calling
    # them: they are what a program of producers and consumers spends its time in.

    async def put(self, item):
        while 0 < self._maxsize <= len(self._queue):
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait(self._putters, '.put()', self.full)
        if self._is_shutdown:
            raise QueueShutDown
        self._put(item)
        self._unfinished_tasks += 1
        self._finished._value = False
        _put(self._entity, len(self._queue))
        if self._getters:
            self._wakeup_next(self._getters)

    async def _wait(self, waiters, what, still):
        waiter = _waiter(self._get_loop(), self._name + what, self._entity)
        waiters.append(waiter)
        try:
            await waiter
        except:
            waiter.cancel()
            try:
                waiters.remove(waiter)
            except ValueError:
                pass
            if not still() and not waiter.cancelled():
                # It was woken and cancelled: the next one's turn.
                self._wakeup_next(waiters)
            raise

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if 0 < self._maxsize <= len(self._queue):
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished._value = False
        _put(self._entity, len(self._queue))
        if self._getters:
            self._wakeup_next(self._getters)

    async def get(self):
        while not self._queue:
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait(self._getters, '.get()', self.empty)
        item = self._get()
        _got(self._entity, len(self._queue))
        if self._putters:
            self._wakeup_next(self._putters)
        return item

    def get_nowait(self):
        if not self._queue:
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        _got(self._entity, len(self._queue))
        if self._putters:
            self._wakeup_next(self._putters)
        return item

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()

    def shutdown(self, immediate=False):
        """Refuse further items (Python 3.13); with immediate, drop those in the queue."""
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finished.set()
        while self._getters:
            getter = self._getters.popleft()
            if not getter.done():
                getter.set_result(None)
        while self._putters:
            putter = self._putters.popleft()
            if not putter.done():
                putter.set_result(None)


_own_methods = [(name, method) for name, method in _OwnWay.__dict__.items()
                if name not in ('__dict__', '__weakref__', '__doc__', '__module__')]
for _name, _method in _own_methods:
    if hasattr(_method, '__qualname__'):
        _method.__qualname__ = 'Queue.' + _name


class PriorityQueue(Queue):
    """A queue whose smallest item comes first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        from heapq import heappush
        heappush(self._queue, item)

    def _get(self):
        from heapq import heappop
        return heappop(self._queue)


class LifoQueue(Queue):
    """A queue whose newest item comes first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
