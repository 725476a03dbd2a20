from _thread import _Queue, _SimpleQueue as SimpleQueue, _Empty as Empty, _Full as Full

__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class _Items(list):
    # What a first-in, first-out queue shows as its attribute queue.
    __slots__ = ()

    def __repr__(self):
        return "deque(" + list.__repr__(self) + ")"

    def popleft(self):
        if not self:
            raise IndexError("pop from an empty deque")
        return self.pop(0)

    def appendleft(self, x):
        self.insert(0, x)


_Items.__name__ = "deque"
_HOOKS = ("_init", "_qsize", "_put", "_get")


class Queue(_Queue):
    _kind = "fifo"

    def __init__(self, maxsize=0):
        cls, known = type(self), _kinds[self._kind]
        if cls is not known and any(getattr(cls, name) is not getattr(known, name) for name in _HOOKS):
            self._setup(maxsize, [], "custom")
            self._init(maxsize)
            from threading import Lock, Condition
            self.mutex = Lock()
            self.not_empty = Condition(self.mutex)
            self.not_full = Condition(self.mutex)
            self.all_tasks_done = Condition(self.mutex)
        else:
            self.queue = _Items() if self._kind == "fifo" else []
            self._setup(maxsize, self.queue, self._kind)

    def __getattr__(self, name):
        if name in ("mutex", "not_empty", "not_full", "all_tasks_done"):
            # Nobody waits in these: they are for programs that hold the mutex to look inside.
            from threading import Lock, Condition
            self.mutex = Lock()
            self.not_empty = Condition(self.mutex)
            self.not_full = Condition(self.mutex)
            self.all_tasks_done = Condition(self.mutex)
            return self.__dict__[name]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __class_getitem__(cls, item):
        return cls

    # What a subclass may define, in its terms of self.queue.

    def _init(self, maxsize):
        self.queue = _Items()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft() if self._kind == "fifo" else self.queue.pop()

    # The operations in terms of these.

    def _size(self):
        with self.mutex:
            return self._qsize()

    def _is_empty(self):
        with self.mutex:
            return not self._qsize()

    def _full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def _slow_put(self, item, block=True, timeout=None):
        with self.not_full:
            if self.maxsize > 0:
                self._until(lambda: self._qsize() < self.maxsize, self.not_full, block, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            self._note(True, self._qsize())
            self.not_empty.notify()

    def _slow_get(self, block=True, timeout=None):
        with self.not_empty:
            self._until(self._qsize, self.not_empty, block, timeout, Empty)
            item = self._get()
            self._note(False, self._qsize())
            self.not_full.notify()
            return item

    def _until(self, ready, condition, block, timeout, error):
        if not block:
            if not ready():
                raise error
            return
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not condition.wait_for(ready, timeout):
            raise error

    def _slow_put_nowait(self, item):
        self._slow_put(item, False)

    def _slow_get_nowait(self):
        return self._slow_get(False)

    def _task_done(self):
        with self.all_tasks_done:
            left = self.unfinished_tasks - 1
            if left < 0:
                raise ValueError('task_done() called too many times')
            if left == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = left

    def _join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()


class PriorityQueue(Queue):
    _kind = "priority"

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        from heapq import heappush
        heappush(self.queue, item)

    def _get(self):
        from heapq import heappop
        return heappop(self.queue)


class LifoQueue(Queue):
    _kind = "lifo"

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


_kinds = {"fifo": Queue, "priority": PriorityQueue, "lifo": LifoQueue}
