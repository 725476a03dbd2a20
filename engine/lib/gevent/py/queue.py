import collections
import _gevent
from _gevent import _Queue, get_hub, getcurrent, Waiter
from heapq import heappush as _heappush, heappop as _heappop, heapify as _heapify
from queue import Empty, Full, SimpleQueue as _BlockingQueue
from gevent.event import Event
from gevent.timeout import Timeout

__all__ = ['Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue', 'JoinableQueue', 'Channel', 'Empty', 'Full']


class Queue(_Queue):
    __module__ = 'gevent._gevent_cqueue'
    _kind = 0
    _what = 'queue'

    def __init__(self, maxsize=None, items=(), _warn_depth=2):
        if maxsize is not None and maxsize <= 0:
            maxsize = None
        self._set_up(self._kind, maxsize, self._create(items), self._what, _heappush, _heappop)
        cls = type(self)
        if cls._put is not _Queue._put or cls._get is not _Queue._get:
            self._use_hooks()

    def _create(self, items):
        return list(items)

    def copy(self):
        return type(self)(self.maxsize, self._items())

    @property
    def queue(self):
        return collections.deque(self._items())

    @property
    def hub(self):
        return get_hub()

    @property
    def getters(self):
        return collections.deque([None] * self._waiting()[0])

    @property
    def putters(self):
        return collections.deque([None] * self._waiting()[1])

    def __repr__(self):
        return '<%s at %s%s>' % (type(self).__name__, hex(id(self)), self._format())

    def __str__(self):
        return '<%s%s>' % (type(self).__name__, self._format())

    def _format(self):
        result = []
        if self.maxsize is not None:
            result.append('maxsize=%r' % (self.maxsize,))
        if self.qsize():
            result.append('queue=%r' % (self.queue,))
        getters, putters = self._waiting()
        if getters:
            result.append('getters[%s]' % getters)
        if putters:
            result.append('putters[%s]' % putters)
        return ' ' + ' '.join(result) if result else ''

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


UnboundQueue = Queue


class PriorityQueue(Queue):
    __module__ = 'gevent._gevent_cqueue'
    _kind = 2
    _what = 'priority queue'

    def _create(self, items):
        q = list(items)
        _heapify(q)
        return q

    @property
    def queue(self):
        return self._items()


class LifoQueue(Queue):
    __module__ = 'gevent._gevent_cqueue'
    _kind = 1
    _what = 'stack'

    @property
    def queue(self):
        return self._items()


class JoinableQueue(Queue):
    __module__ = 'gevent._gevent_cqueue'

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        Queue.__init__(self, maxsize, items)
        self._cond = Event()
        self._cond.set()
        if unfinished_tasks:
            self.unfinished_tasks = unfinished_tasks
        elif items:
            self.unfinished_tasks = len(items)
        else:
            self.unfinished_tasks = 0
        if self.unfinished_tasks:
            self._cond.clear()

    def copy(self):
        return type(self)(self.maxsize, self._items(), self.unfinished_tasks)

    def _format(self):
        result = Queue._format(self)
        if self.unfinished_tasks:
            result += ' tasks=%s _cond=%s' % (self.unfinished_tasks, self._cond)
        return result

    def put(self, item, block=True, timeout=None):
        # An item counts from when it is in the queue; while its putter waits, nobody can have seen it.
        self.unfinished_tasks += 1
        self._cond.clear()
        try:
            Queue.put(self, item, block, timeout)
        except BaseException:
            self.unfinished_tasks -= 1
            if self.unfinished_tasks == 0:
                self._cond.set()
            raise

    def put_nowait(self, item):
        self.put(item, False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1
        if self.unfinished_tasks == 0:
            self._cond.set()

    def join(self, timeout=None):
        return self._cond.wait(timeout=timeout)


class Channel:
    __module__ = 'gevent._gevent_cqueue'

    def __init__(self, maxsize=1):
        # What is put is taken at once, by somebody who waits for it.
        if maxsize != 1:
            raise ValueError("Channels have a maxsize of 1")
        self.getters = collections.deque()
        self.putters = collections.deque()
        self.hub = get_hub()
        self._event_unlock = None

    def __repr__(self):
        return '<%s at %s %s>' % (type(self).__name__, hex(id(self)), self._format())

    def __str__(self):
        return '<%s %s>' % (type(self).__name__, self._format())

    def _format(self):
        result = ''
        if self.getters:
            result += ' getters[%s]' % len(self.getters)
        if self.putters:
            result += ' putters[%s]' % len(self.putters)
        return result

    @property
    def balance(self):
        return len(self.putters) - len(self.getters)

    def qsize(self):
        return 0

    def empty(self):
        return True

    def full(self):
        return True

    def put(self, item, block=True, timeout=None):
        if self.hub is getcurrent():
            if self.getters:
                getter = self.getters.popleft()
                getter.switch(item)
                return
            raise Full
        if not block:
            timeout = 0
        waiter = Waiter()
        waiter._describe('taker of a channel')
        entry = (item, waiter)
        self.putters.append(entry)
        timeout = Timeout._start_new_or_dummy(timeout, Full)
        try:
            if self.getters:
                self._schedule_unlock()
            waiter.get()
        except:
            self._discard(entry)
            raise
        finally:
            timeout.cancel()

    def _discard(self, entry):
        try:
            self.putters.remove(entry)
        except ValueError:
            pass

    def put_nowait(self, item):
        self.put(item, False)

    def get(self, block=True, timeout=None):
        if self.hub is getcurrent():
            if self.putters:
                item, putter = self.putters.popleft()
                self.hub.loop.run_callback(putter.switch, putter)
                return item
        if not block:
            timeout = 0
        waiter = Waiter()
        waiter._describe('item of a channel')
        timeout = Timeout._start_new_or_dummy(timeout, Empty)
        try:
            self.getters.append(waiter)
            if self.putters:
                self._schedule_unlock()
            return waiter.get()
        except:
            try:
                self.getters.remove(waiter)
            except ValueError:
                pass
            raise
        finally:
            timeout.cancel()

    def get_nowait(self):
        return self.get(False)

    def _unlock(self):
        while self.getters and self.putters:
            getter = self.getters.popleft()
            item, putter = self.putters.popleft()
            getter.switch(item)
            putter.switch(putter)

    def _schedule_unlock(self):
        if not self._event_unlock:
            self._event_unlock = self.hub.loop.run_callback(self._unlock)

    def __iter__(self):
        return self

    def __next__(self):
        result = self.get()
        if result is StopIteration:
            raise result
        return result

    next = __next__


class SimpleQueue:
    # What queue.SimpleQueue becomes: an unbounded queue that waits in the hub when threads are patched, and
    # blocks its thread, with the hub, when they are not.

    def __init__(self):
        import threading
        self._queue = Queue() if threading.Event is Event else _BlockingQueue()

    def put(self, item, block=True, timeout=None):
        self._queue.put(item)

    put_nowait = put

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        return self._queue.get(block, timeout)

    def get_nowait(self):
        return self._queue.get(False)

    def empty(self):
        return self._queue.empty()

    def qsize(self):
        return self._queue.qsize()


SimpleQueue.__module__ = 'queue'
SimpleQueue.__name__ = SimpleQueue.__qualname__ = '_PySimpleQueue'

_gevent._setup({'Empty': Empty, 'Full': Full})
