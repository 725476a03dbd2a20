"""Queues."""

from collections import deque
from _asyncio import _waiter, _thing, _put, _got
from . import events, locks

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown')


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class QueueShutDown(Exception):
    pass


class Queue(locks._Bound):
    """A queue, first in, first out; put() waits when it is full, get() when it is empty."""

    _kind = 'queue'
    _reason = None

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._finished = locks.Event.__new__(locks.Event)
        self._finished._waiters = deque()
        self._finished._value = True
        self._is_shutdown = False
        self._appear()
        self._init(maxsize)

    def _appear(self):
        self._entity, self._name = _thing('queue', 1)
        self._finished._entity, self._finished._name = self._entity, 'join of ' + self._name

    # What other kinds of queues do otherwise

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def __class_getitem__(cls, item):
        return cls

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
        waiter = _waiter(self._get_loop(), self._reason or self._name + what, self._entity)
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
