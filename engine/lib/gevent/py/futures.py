# concurrent.futures when threads are greenlets: executors, futures and the functions that wait for them.
import _gevent
import itertools
from concurrent.futures._base import (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, CancelledError, TimeoutError,
                                      InvalidStateError, Executor)
from gevent.event import Event
from gevent.queue import Queue, Empty
from gevent.lock import Semaphore
from collections import namedtuple

DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')
PENDING, RUNNING, CANCELLED, FINISHED = 'pending', 'running', 'cancelled', 'finished'


class Future:
    def __init__(self):
        self._state = PENDING
        self._result = None
        self._exception = None
        self._done = Event()
        self._callbacks = []

    def __repr__(self):
        if self._state == FINISHED:
            if self._exception:
                return '<%s at %#x state=%s raised %s>' % (
                    self.__class__.__name__, id(self), self._state, self._exception.__class__.__name__)
            return '<%s at %#x state=%s returned %s>' % (
                self.__class__.__name__, id(self), self._state, self._result.__class__.__name__)
        return '<%s at %#x state=%s>' % (self.__class__.__name__, id(self), self._state)

    def cancel(self):
        if self._state in (RUNNING, FINISHED):
            return False
        if self._state != CANCELLED:
            self._state = CANCELLED
            self._settle()
        return True

    def cancelled(self):
        return self._state == CANCELLED

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in (CANCELLED, FINISHED)

    def add_done_callback(self, fn):
        if not self.done():
            self._callbacks.append(fn)
            return
        self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception as e:
            import sys
            sys.stderr.write('exception calling callback for %r\n' % (self,) + _gevent._format(e))

    def _settle(self):
        self._done.set()
        for fn in self._callbacks:
            self._call(fn)

    def result(self, timeout=None):
        self._await(timeout)
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        self._await(timeout)
        return self._exception

    def _await(self, timeout):
        if not self.done():
            self._done.wait(timeout)
        if self._state == CANCELLED:
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def set_running_or_notify_cancel(self):
        if self._state == CANCELLED:
            return False
        self._state = RUNNING
        return True

    def set_result(self, result):
        if self.done():
            raise InvalidStateError('%s: %r' % (self._state, self))
        self._result = result
        self._state = FINISHED
        self._settle()

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError('%s: %r' % (self._state, self))
        self._exception = exception
        self._state = FINISHED
        self._settle()


Future.__module__ = 'concurrent.futures._base'


def _watch(fs):
    done = Queue()
    for f in fs:
        f.add_done_callback(done.put)
    return done


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    import time
    fs = set(fs)
    done = {f for f in fs if f.done()}
    end = None if timeout is None else time.monotonic() + timeout

    def enough():
        if len(done) == len(fs):
            return True
        if return_when == FIRST_COMPLETED:
            return bool(done)
        return return_when == FIRST_EXCEPTION and any(not f.cancelled() and f.exception() is not None for f in done)
    queue = _watch(fs - done)
    while not enough():
        try:
            done.add(queue.get(timeout=None if end is None else max(end - time.monotonic(), 0)))
        except Empty:
            break
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    import time
    end = None if timeout is None else time.monotonic() + timeout
    fs = set(fs)
    total = len(fs)
    finished = {f for f in fs if f.done()}
    queue = _watch(fs - finished)
    yield from list(finished)
    for left in range(total - len(finished), 0, -1):
        try:
            f = queue.get(timeout=None if end is None else max(end - time.monotonic(), 0))
        except Empty:
            raise TimeoutError('%d (of %d) futures unfinished' % (left, total)) from None
        yield f


_executors = []   # those that were not shut down


def end():
    # The end of the program lets the workers finish what they were given.
    for executor in list(_executors):
        executor.shutdown(wait=False)


class ThreadPoolExecutor(Executor):
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            import os
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._prefix = thread_name_prefix or 'ThreadPoolExecutor-%d' % self._counter()
        self._work = Queue()
        self._threads = []
        self._idle = Semaphore(0)
        self._closed = False
        _executors.append(self)
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        if self._closed:
            raise RuntimeError('cannot schedule new futures after shutdown')
        f = Future()
        self._work.put((f, fn, args, kwargs))
        if not self._idle.acquire(False) and len(self._threads) < self._max_workers:
            import threading
            t = threading.Thread(target=self._worker, name='%s_%d' % (self._prefix, len(self._threads)))
            self._threads.append(t)
            t.start()
        return f

    def _worker(self):
        if self._initializer is not None:
            self._initializer(*self._initargs)
        while True:
            try:
                item = self._work.get_nowait()
            except Empty:
                self._idle.release()
                item = self._work.get()
            if item is None:
                self._work.put(None)
                return
            f, fn, args, kwargs = item
            if not f.set_running_or_notify_cancel():
                continue
            try:
                result = fn(*args, **kwargs)
            except BaseException as e:
                f.set_exception(e)
            else:
                f.set_result(result)
            del item, f

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                fs.reverse()
                while fs:
                    yield fs.pop().result(timeout)
            finally:
                for f in fs:
                    f.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._closed = True
        if self in _executors:
            _executors.remove(self)
        if cancel_futures:
            while True:
                try:
                    item = self._work.get_nowait()
                except Empty:
                    break
                if item is not None:
                    item[0].cancel()
        self._work.put(None)
        if wait:
            for t in self._threads:
                t.join()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.shutdown(wait=True)


ThreadPoolExecutor.__module__ = 'concurrent.futures.thread'


def patch():
    import concurrent.futures
    import concurrent.futures.thread
    import concurrent.futures._base
    for module in (concurrent.futures, concurrent.futures._base, concurrent.futures.thread):
        for name, value in (('Future', Future), ('wait', wait), ('as_completed', as_completed),
                            ('ThreadPoolExecutor', ThreadPoolExecutor)):
            if hasattr(module, name):
                setattr(module, name, value)
