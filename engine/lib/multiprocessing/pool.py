"""Pools of worker processes, and of threads with the same methods."""

import collections
import itertools
import os
import queue
import threading
import time
import traceback

import _mprecord
from multiprocessing import get_context, TimeoutError, util
from multiprocessing.connection import wait
from multiprocessing.queues import SimpleQueue

__all__ = ["Pool", "ThreadPool"]

INIT = "INIT"
RUN = "RUN"
CLOSE = "CLOSE"
TERMINATE = "TERMINATE"

job_counter = itertools.count()


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


class RemoteTraceback(Exception):
    """The traceback that an exception had in the worker, as text."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """An exception on its way to another process."""

    def __init__(self, exc, tb):
        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.tb = '\n"""\n%s"""' % text

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    """What a result becomes that cannot be pickled."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, self)


def _helper_reraises_exception(ex):
    """A task that fails with the exception that its input raised."""
    raise ex


def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False):
    """What each worker does: one task after the other, until there is None."""
    if maxtasks is not None and not (isinstance(maxtasks, int) and maxtasks >= 1):
        raise AssertionError("Maxtasks {!r} is not valid".format(maxtasks))
    put, get = outqueue.put, inqueue.get
    if hasattr(inqueue, "_writer"):
        inqueue._writer.close()
        outqueue._reader.close()
    if initializer is not None:
        initializer(*initargs)
    completed = 0
    while maxtasks is None or completed < maxtasks:
        try:
            task = get()
        except (EOFError, OSError):
            util.debug("worker got EOFError or OSError -- exiting")
            break
        if task is None:
            util.debug("worker got sentinel -- exiting")
            break
        job, i, future, func, args, kwds = task
        _mprecord.pickup(future)
        try:
            result = (True, func(*args, **kwds))
        except Exception as e:
            if wrap_exception and func is not _helper_reraises_exception:
                e = ExceptionWithTraceback(e, e.__traceback__)
            result = (False, e)
        try:
            put((job, i, future, result))
        except Exception as e:
            wrapped = MaybeEncodingError(e, result[1])
            util.debug("Possible encoding error while sending result: %s" % (wrapped))
            put((job, i, future, (False, wrapped)))
        task = job = result = func = args = kwds = None
        completed += 1
    util.debug("worker exiting after %d tasks" % completed)


class _PoolCache(dict):
    """The jobs that are not done; who waits for their end is told when there are none left."""

    def __init__(self, /, *args, notifier=None, **kwds):
        self.notifier = notifier
        super().__init__(*args, **kwds)

    def __delitem__(self, item):
        super().__delitem__(item)
        if not self:
            self.notifier.put(None)


def _label(func, args):
    """How a reader calls a task: the call, when its first argument is short."""
    name = getattr(func, "__name__", None) or type(func).__name__
    if args and isinstance(args[0], (int, float, str, bool)):
        text = repr(args[0])
        if len(text) <= 24:
            return "%s(%s%s)" % (name, text, ", …" if len(args) > 1 else "")
    return name


class Pool:
    """A pool of processes that carry out tasks; as a context manager it is terminated at the end."""

    _wrap_exception = True

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._pool = []
        self._state = INIT
        self._ctx = context or get_context()
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._record = _mprecord.pool(type(self).__name__)
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        self._change_notifier = self._make_notifier()
        self._cache = _PoolCache(notifier=self._change_notifier)
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        self._processes = processes
        try:
            self._repopulate_pool()
        except Exception:
            for p in self._pool:
                if p.exitcode is None:
                    p.terminate()
            for p in self._pool:
                p.join()
            raise
        self._worker_handler = self._handler(Pool._handle_workers)
        self._task_handler = self._handler(Pool._handle_tasks)
        self._result_handler = self._handler(Pool._handle_results)
        self._terminate = util.Finalize(self, Pool._end, args=(self,), exitpriority=15)
        self._state = RUN

    def _handler(self, does):
        t = threading.Thread(target=does, args=(self,), daemon=True)
        t._state = RUN
        t.start()
        return t

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={len(self._pool)}>"

    # Workers.

    def _setup_queues(self):
        self._inqueue = SimpleQueue(ctx=self._ctx, _kind="tasks of")
        self._outqueue = SimpleQueue(ctx=self._ctx, _kind="results of")
        self._quick_put = self._inqueue._writer.send
        self._quick_get = self._outqueue._reader.recv

    def _make_notifier(self):
        return SimpleQueue(ctx=self._ctx, _kind="news of")

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    def _join_exited_workers(self):
        """Whether workers have ended; they are forgotten."""
        cleaned = False
        for i in reversed(range(len(self._pool))):
            p = self._pool[i]
            if p.exitcode is not None:
                util.debug("cleaning up worker %d" % i)
                p.join()
                cleaned = True
                del self._pool[i]
        return cleaned

    def _repopulate_pool(self):
        """Start as many workers as are missing."""
        for _ in range(self._processes - len(self._pool)):
            w = self.Process(self._ctx, target=worker,
                             args=(self._inqueue, self._outqueue, self._initializer, self._initargs,
                                   self._maxtasksperchild, self._wrap_exception))
            w.name = w.name.replace("Process", "PoolWorker")
            w.daemon = True
            w.start()
            self._pool.append(w)
            util.debug("added worker")

    def _wait_for_updates(self):
        sentinels = [p.sentinel for p in self._pool]
        notifier = self._change_notifier
        wait([*sentinels, notifier._reader])
        while not notifier.empty():
            notifier.get()

    def _handle_workers(self):
        """Replace workers that have ended, until the pool is closed and its work done."""
        thread = threading.current_thread()
        while thread._state == RUN or (self._cache and thread._state != TERMINATE):
            if self._join_exited_workers():
                self._repopulate_pool()
            self._wait_for_updates()
        self._taskqueue.put(None)
        util.debug("worker handler exiting")

    def _handle_tasks(self):
        """Send the tasks to the workers."""
        thread = threading.current_thread()
        put, cache = self._quick_put, self._cache
        for tasks, set_length in iter(self._taskqueue.get, None):
            task = None
            try:
                for task in tasks:
                    if thread._state != RUN:
                        util.debug("task handler found thread._state != RUN")
                        break
                    try:
                        put(task)
                    except Exception as e:
                        _mprecord.settled(task[2], "exception")
                        try:
                            cache[task[0]]._set(task[1], (False, e))
                        except KeyError:
                            pass
                else:
                    if set_length:
                        util.debug("doing set_length()")
                        set_length(task[1] if task else -1)
                    continue
                break
            finally:
                task = tasks = None
        else:
            util.debug("task handler got sentinel")
        try:
            self._outqueue.put(None)
            for _ in self._pool:
                put(None)
        except OSError:
            util.debug("task handler got OSError when sending sentinels")
        util.debug("task handler exiting")

    def _handle_results(self):
        """Give the results to the jobs that wait for them."""
        thread = threading.current_thread()
        get, cache = self._quick_get, self._cache
        while True:
            try:
                task = get()
            except (OSError, EOFError):
                util.debug("result handler got EOFError/OSError -- exiting")
                return
            if thread._state != RUN:
                break
            if task is None:
                break
            self._store(task)
        while cache and thread._state != TERMINATE:
            try:
                task = get()
            except (OSError, EOFError):
                return
            if task is not None:
                self._store(task)
        util.debug("result handler exiting")

    def _store(self, task):
        job, i, future, obj = task
        _mprecord.settled(future, "result" if obj[0] else "exception")
        try:
            self._cache[job]._set(i, obj)
        except KeyError:
            pass

    # What programs call.

    def _task(self, job, i, func, args, kwds, label=None):
        """One task, recorded as submitted."""
        name = getattr(func, "__name__", None) or type(func).__name__
        future = _mprecord.submit(self._record, label or _label(func, args), name)
        return job, i, future, func, args, kwds

    def apply(self, func, args=(), kwds={}):
        """The result of func(*args, **kwds)."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """A result to come of func(*args, **kwds)."""
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._taskqueue.put(([self._task(result._job, 0, func, args, kwds)], None))
        return result

    def map(self, func, iterable, chunksize=None):
        """The results of func for all items, in order."""
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        """As map(), with items that are tuples of arguments."""
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        """An iterator over the results, in order, which can be had as soon as they are there."""
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """As imap(), in the order in which they come."""
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0:n}".format(chunksize))
        result = kind(self)
        if chunksize == 1:
            tasks = self._guarded(result._job, func, ((x,) for x in iterable), None)
            self._taskqueue.put((tasks, result._set_length))
            return result
        batches = Pool._get_tasks(func, iterable, chunksize)
        tasks = self._guarded(result._job, mapstar, ((b,) for b in batches), func)
        self._taskqueue.put((tasks, result._set_length))
        return (item for chunk in result for item in chunk)

    def _guarded(self, job, func, argtuples, inner):
        """The tasks of an iterable; what it raises is the result of a last one."""
        i = -1
        try:
            for i, args in enumerate(argtuples):
                label = None
                if inner is not None:
                    label = "%s × %d" % (getattr(inner, "__name__", type(inner).__name__), len(args[0][1]))
                yield self._task(job, i, func, args, {}, label)
        except Exception as e:
            yield self._task(job, i + 1, _helper_reraises_exception, (e,), {})

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), len(self._pool) * 4)
            if extra:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 0
        batches = Pool._get_tasks(func, iterable, chunksize)
        result = MapResult(self, chunksize, len(iterable), callback, error_callback=error_callback)
        tasks = self._guarded(result._job, mapper, ((b,) for b in batches), func)
        self._taskqueue.put((list(tasks), None))
        return result

    @staticmethod
    def _get_tasks(func, it, size):
        it = iter(it)
        while x := tuple(itertools.islice(it, size)):
            yield func, x

    # The end.

    def close(self):
        """Take no more tasks; the workers end when the work is done."""
        util.debug("closing pool")
        if self._state == RUN:
            self._state = CLOSE
            self._worker_handler._state = CLOSE
            self._change_notifier.put(None)

    def terminate(self):
        """Stop the workers at once."""
        util.debug("terminating pool")
        self._state = TERMINATE
        self._terminate()

    def join(self):
        """Wait until the workers have ended, after close() or terminate()."""
        util.debug("joining pool")
        if self._state == RUN:
            raise ValueError("Pool is still running")
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        self._worker_handler.join()
        self._task_handler.join()
        self._result_handler.join()
        for p in self._pool:
            p.join()

    def _empty_inqueue(self):
        """Let the task handler get rid of what it is sending: the workers take no more."""
        self._inqueue._rlock.acquire()
        while self._task_handler.is_alive() and self._inqueue._reader.poll():
            self._inqueue._reader.recv_bytes()
            time.sleep(0)

    @staticmethod
    def _end(self):
        """Stop everything; also at the end of the program."""
        util.debug("finalizing pool")
        self._worker_handler._state = TERMINATE
        # The worker handler ends, then the task handler, which tells the workers: one of
        # them may hold the lock that is needed now.
        self._change_notifier.put(None)
        self._task_handler._state = TERMINATE
        util.debug("helping task handler/workers to finish")
        self._empty_inqueue()
        if not self._result_handler.is_alive() and len(self._cache) != 0:
            raise AssertionError("Cannot have cache with result_hander not alive")
        self._result_handler._state = TERMINATE
        self._change_notifier.put(None)
        self._outqueue.put(None)
        me = threading.current_thread()
        if me is not self._worker_handler:
            self._worker_handler.join()
        for p in self._pool:
            if hasattr(p, "terminate") and p.exitcode is None:
                p.terminate()
        if me is not self._task_handler:
            self._task_handler.join()
        if me is not self._result_handler:
            self._result_handler.join()
        for p in self._pool:
            if hasattr(p, "terminate") and p.is_alive():
                util.debug("cleaning up worker %d" % p.pid)
                p.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")


class ApplyResult:
    """A result to come."""

    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = next(job_counter)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, i, obj):
        self._success, self._value = obj
        if self._callback and self._success:
            self._callback(self._value)
        if self._error_callback and not self._success:
            self._error_callback(self._value)
        self._event.set()
        del self._cache[self._job]
        self._pool = None


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """The results of map_async(), which come chunk by chunk."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback=error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        if chunksize <= 0:
            self._number_left = 0
            self._event.set()
            del self._cache[self._job]
        else:
            self._number_left = length // chunksize + bool(length % chunksize)

    def _set(self, i, success_result):
        self._number_left -= 1
        success, result = success_result
        if success and self._success:
            self._value[i * self._chunksize:(i + 1) * self._chunksize] = result
            if self._number_left == 0:
                if self._callback:
                    self._callback(self._value)
                del self._cache[self._job]
                self._event.set()
                self._pool = None
            return
        if not success and self._success:
            # Only the first exception counts.
            self._success = False
            self._value = result
        if self._number_left == 0:
            if self._error_callback:
                self._error_callback(self._value)
            del self._cache[self._job]
            self._event.set()
            self._pool = None


class IMapIterator:
    """The results of imap()."""

    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = next(job_counter)
        self._cache = pool._cache
        self._items = collections.deque()
        self._index = 0
        self._length = None
        self._unsorted = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                self._ended()
                self._cond.wait(timeout)
                if not self._items:
                    self._ended()
                    raise TimeoutError from None
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _ended(self):
        if self._index == self._length:
            self._pool = None
            raise StopIteration from None

    def _set(self, i, obj):
        with self._cond:
            self._arrived(i, obj)
            self._over()

    def _arrived(self, i, obj):
        if self._index != i:
            self._unsorted[i] = obj
            return
        self._items.append(obj)
        self._index += 1
        while self._index in self._unsorted:
            self._items.append(self._unsorted.pop(self._index))
            self._index += 1
        self._cond.notify()

    def _over(self):
        if self._index == self._length:
            del self._cache[self._job]
            self._pool = None

    def _set_length(self, last):
        with self._cond:
            self._length = last + 1
            if self._index == self._length:
                self._cond.notify()
            self._over()


class IMapUnorderedIterator(IMapIterator):
    """The results of imap_unordered()."""

    def _arrived(self, i, obj):
        self._items.append(obj)
        self._index += 1
        self._cond.notify()


class ThreadPool(Pool):
    """A pool of threads, with the methods of a pool of processes."""

    _wrap_exception = False

    @staticmethod
    def Process(ctx, *args, **kwds):
        from multiprocessing.dummy import Process
        return Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)

    def _setup_queues(self):
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()
        self._quick_put = self._inqueue.put
        self._quick_get = self._outqueue.get

    def _make_notifier(self):
        return queue.SimpleQueue()

    def _wait_for_updates(self):
        self._change_notifier.get()

    def _empty_inqueue(self):
        """Nobody takes what is left; each worker gets an end of its own."""
        try:
            while True:
                self._inqueue.get(block=False)
        except queue.Empty:
            pass
        for _ in self._pool:
            self._inqueue.put(None)
