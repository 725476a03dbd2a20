import sys
import _gevent
import _thread
from _gevent import get_hub, getcurrent
from gevent.event import AsyncResult
from gevent.greenlet import Greenlet
from gevent.pool import GroupMappingMixin
from gevent.lock import Semaphore
from gevent.timeout import Timeout
from gevent.hub import sleep
from gevent import monkey as _monkey
from concurrent.futures.thread import ThreadPoolExecutor as _Executor

__all__ = ['ThreadPool', 'ThreadResult', 'ThreadPoolExecutor']

_start_new_thread = _monkey.get_original('_thread', 'start_new_thread')
_WorkQueue = _monkey.get_original('queue', 'SimpleQueue')


class ThreadResult:
    # Brings the outcome of a call in another thread to the hub.
    exc_info = ()

    def __init__(self, receiver, hub, call_when_ready):
        self.receiver = receiver
        self.hub = hub
        self.value = None
        self.exception = None
        self.call_when_ready = call_when_ready
        self.watcher = hub.loop.async_()
        self.watcher.start(self._on_async)

    def _on_async(self):
        self.watcher.stop()
        self.watcher.close()
        if self.call_when_ready:
            self.call_when_ready()
        if self.exception is not None:
            info = self.exc_info
            self.hub.handle_error(self.context, *info)
        self.receiver(self)

    def set(self, value):
        self.value = value
        self.watcher.send()

    def handle_error(self, context, exc_info):
        self.context = context
        self.exc_info = exc_info
        self.exception = exc_info[1]
        self.watcher.send()

    def successful(self):
        return self.exception is None


class _Worker:
    def __init__(self, pool):
        self.pool = pool
        self.ident = 0

    def __repr__(self):
        return '<ThreadPoolWorker at 0x%x thread_ident=0x%x threadpool-hub=%s>' % (
            id(self), self.ident, _format_hub(self.pool.hub))


def _format_hub(hub):
    return '<%s at 0x%x thread_ident=0x%x>' % (hub.__class__.__name__, id(hub), hub.thread_ident)


def ThreadPoolWorker(worker, tasks):
    worker.ident = _gevent._ident()
    while True:
        task = tasks.get()
        if task is None:
            return
        func, args, kwargs, result = task
        try:
            value = func(*args, **kwargs)
        except:
            result.handle_error((worker, func), sys.exc_info())
        else:
            result.set(value)
        func = args = kwargs = result = task = None


class ThreadPool(GroupMappingMixin):
    def __init__(self, maxsize, hub=None, idle_task_timeout=-1):
        if not isinstance(maxsize, int):
            raise TypeError('maxsize must be integer: %r' % (maxsize,))
        if maxsize < 0:
            raise ValueError('maxsize must not be negative: %r' % (maxsize,))
        self.hub = hub or get_hub()
        self._maxsize = maxsize
        self.task_queue = _WorkQueue()
        self._workers = []
        self._unfinished = 0
        self._idle = 0
        self._available = Semaphore(maxsize)
        self._trace = _gevent._PoolTrace('thread pool', maxsize, None)
        self._trace.adopt(self._available)

    def __repr__(self):
        return '<%s at 0x%x tasks=%s size=%s maxsize=%s hub=%s>' % (
            self.__class__.__name__, id(self), len(self), self.size, self.maxsize, _format_hub(self.hub))

    def __len__(self):
        return self._unfinished

    @property
    def size(self):
        return len(self._workers)

    @size.setter
    def size(self, size):
        if size < 0:
            raise ValueError('Size of the pool cannot be negative: %r' % (size,))
        if size > self._maxsize:
            raise ValueError('Size of the pool cannot be bigger than maxsize: %r > %r' % (size, self._maxsize))
        while len(self._workers) < size:
            self._add_thread()
        while len(self._workers) > size:
            self._workers.pop()
            self.task_queue.put(None)

    @property
    def maxsize(self):
        return self._maxsize

    @maxsize.setter
    def maxsize(self, maxsize):
        if not isinstance(maxsize, int):
            raise TypeError('maxsize must be integer: %r' % (maxsize,))
        if maxsize < 0:
            raise ValueError('maxsize must not be negative: %r' % (maxsize,))
        difference = maxsize - self._maxsize
        self._available.counter += difference
        self._maxsize = maxsize
        self.adjust()
        self._available._notice()

    def adjust(self):
        while self._unfinished > len(self._workers) and len(self._workers) < self._maxsize:
            self._add_thread()
        while len(self._workers) > self._maxsize:
            self._workers.pop()
            self.task_queue.put(None)

    def _add_thread(self):
        worker = _Worker(self)
        self._workers.append(worker)
        _start_new_thread(ThreadPoolWorker, (worker, self.task_queue))

    def spawn(self, func, *args, **kwargs):
        if get_hub() is not self.hub:
            raise _gevent.InvalidThreadUseError("Called from the wrong thread; use the pool in the thread of its hub")
        self._available.acquire()
        self._unfinished += 1
        self._trace.count(self._unfinished)
        try:
            self.adjust()
            result = AsyncResult()
            outcome = ThreadResult(result, self.hub, self._finished)
            self.task_queue.put((func, args, kwargs, outcome))
        except:
            self._finished()
            raise
        return result

    def _finished(self):
        self._unfinished -= 1
        self._trace.count(self._unfinished)
        self._available.release()

    def join(self, timeout=None):
        delay = 0.0005
        with Timeout(timeout, False) if timeout is not None else _always:
            while self._unfinished > 0:
                sleep(delay)
                delay = min(delay * 2, 0.05)

    def kill(self):
        self.size = 0

    def _apply_immediately(self):
        return get_hub() is not self.hub

    def _apply_async_cb_spawn(self, callback, result):
        callback(result)

    def _apply_async_use_greenlet(self):
        return True


class _Always:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


_always = _Always()


class _FutureProxy:
    def __init__(self, asyncresult):
        self.asyncresult = asyncresult

    def set_running_or_notify_cancel(self):
        return not self.cancelled()

    def result(self, timeout=None):
        try:
            return self.asyncresult.result(timeout=timeout)
        except Timeout:
            import concurrent.futures
            raise concurrent.futures.TimeoutError()

    def exception(self, timeout=None):
        try:
            self.asyncresult.get(timeout=timeout)
            return self.asyncresult.exception
        except Timeout:
            import concurrent.futures
            raise concurrent.futures.TimeoutError()

    def add_done_callback(self, callback):
        if self.done():
            callback(self)
        else:
            self.asyncresult.rawlink(_Done(self, callback))

    def __getattr__(self, name):
        return getattr(self.asyncresult, name)


class _Done:
    def __init__(self, future, callback):
        self.future = future
        self.callback = callback

    def __call__(self, result):
        self.callback(self.future)


class ThreadPoolExecutor(_Executor):
    def __init__(self, *args, **kwargs):
        max_workers = kwargs.pop('max_workers', None)
        if args:
            max_workers, args = args[0], args[1:]
        if max_workers is None:
            max_workers = 5
        _Executor.__init__(self, max_workers)
        self._threadpool = ThreadPool(max_workers)
        self._closed = False

    def submit(self, fn, *args, **kwargs):
        if self._closed:
            raise RuntimeError('cannot schedule new futures after shutdown')
        return _FutureProxy(self._threadpool.spawn(fn, *args, **kwargs))

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        results = [self.submit(fn, *args) for args in zip(*iterables)]

        def each():
            for r in results:
                yield r.result(timeout)
        return each()

    def shutdown(self, wait=True, **kwargs):
        self._closed = True
        if wait:
            self._threadpool.join()
        self._threadpool.kill()

    kill = shutdown
