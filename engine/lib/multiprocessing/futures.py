"""ProcessPoolExecutor: futures whose calls are carried out by worker processes.

Work goes through three stores. submit() puts it into a dict by number; a manager thread moves some of it into a
queue that the workers take from, no more than one item beyond the number of workers, so that what waits in
the dict can still be cancelled; and results come back through a pipe, which the same thread reads.
"""

import itertools
import os
import queue
import threading
import traceback
from functools import partial

import _mprecord
from _thread import _submitted
import multiprocessing as mp
from concurrent.futures import _base
from multiprocessing.connection import wait
from multiprocessing.queues import Queue, SimpleQueue

# How many items wait for a worker beyond those that are being worked on.
EXTRA_QUEUED_CALLS = 1

_executors = {}
_global_shutdown = False


def _python_exit():
    """At the end of the program: let all executors finish their work."""
    global _global_shutdown
    _global_shutdown = True
    mine = [m for m, pid in list(_executors.items()) if pid == os.getpid()]
    for manager in mine:
        manager.wakeup()
    for manager in mine:
        manager.join()


threading._register_atexit(_python_exit)


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    """An exception on its way to another process, with its traceback as text."""

    def __init__(self, exc, tb):
        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        # The traceback itself cannot be pickled.
        self.exc.__traceback__ = None
        self.tb = '\n"""\n%s"""' % text

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker ended that should not have."""


class _WorkItem:
    __slots__ = ("future", "fn", "args", "kwargs", "entity")

    def __init__(self, future, fn, args, kwargs, entity):
        self.future, self.fn, self.args, self.kwargs, self.entity = future, fn, args, kwargs, entity


class _CallItem:
    """What a worker gets."""

    def __init__(self, work_id, entity, fn, args, kwargs):
        self.work_id, self.entity, self.fn, self.args, self.kwargs = work_id, entity, fn, args, kwargs

    def __reduce__(self):
        return _CallItem, (self.work_id, self.entity, self.fn, self.args, self.kwargs)


class _CallQueue(Queue):
    """The queue to the workers; a call that cannot be pickled is the failure of its future."""

    def __init__(self, max_size, ctx, pending, wakeup):
        super().__init__(max_size, ctx=ctx)
        self._pending, self._wakeup = pending, wakeup

    def _on_queue_feeder_error(self, e, obj):
        if not isinstance(obj, _CallItem):
            super()._on_queue_feeder_error(e, obj)
            return
        text = "".join(traceback.format_exception(type(e), e, e.__traceback__))
        e.__cause__ = _RemoteTraceback('\n"""\n%s"""' % text)
        item = self._pending.pop(obj.work_id, None)
        self._wakeup()
        if item is not None:
            _mprecord.dropped(item.entity)
            item.future.set_exception(e)


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _get_chunks(*iterables, chunksize):
    it = zip(*iterables)
    while chunk := tuple(itertools.islice(it, chunksize)):
        yield chunk


def _chain_from_iterable_of_lists(iterable):
    for element in iterable:
        element.reverse()
        while element:
            yield element.pop()


def _send_result(results, work_id, result=None, exception=None, last=None):
    try:
        results.put((work_id, result, exception, last))
    except BaseException as e:
        results.put((work_id, None, _ExceptionWithTraceback(e, e.__traceback__), last))


def _process_worker(calls, results, initializer, initargs, max_tasks=None):
    """What each worker does: one call after the other, until there is None."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            import logging
            logging.getLogger("concurrent.futures").critical("Exception in initializer:", exc_info=True)
            # The parent sees that this process has ended.
            return
    done = 0
    while True:
        item = calls.get(block=True)
        if item is None:
            results.put(os.getpid())
            return
        last = None
        if max_tasks is not None:
            done += 1
            if done >= max_tasks:
                last = os.getpid()
        _mprecord.pickup(item.entity)
        try:
            r = item.fn(*item.args, **item.kwargs)
        except BaseException as e:
            _send_result(results, item.work_id, exception=_ExceptionWithTraceback(e, e.__traceback__), last=last)
        else:
            _send_result(results, item.work_id, result=r, last=last)
            del r
        del item
        if last is not None:
            return


class _ExecutorManagerThread(threading.Thread):
    """The thread that gives work to the processes, and results to the futures."""

    def __init__(self, executor):
        self.executor = executor
        self.wakeup_reader, self.wakeup_writer = executor._wakeup
        self.lock = executor._shutdown_lock
        self.processes = executor._processes
        self.calls = executor._call_queue
        self.results = executor._result_queue
        self.work_ids = executor._work_ids
        self.pending = executor._pending_work_items
        super().__init__()

    def wakeup(self):
        self.executor._wake()

    def run(self):
        while True:
            self.feed()
            result, broken, cause = self.next_result()
            if broken:
                self.break_pool(cause)
                return
            if result is not None:
                self.take(result)
                gone = not isinstance(result, int) and result[3] is not None
                if gone:
                    with self.lock:
                        p = self.processes.pop(result[3])
                    p.join()
                    del p
                executor = self.executor
                if gone and not self.ending():
                    executor._adjust_process_count()
                elif not isinstance(result, int):
                    executor._idle_worker_semaphore.release()
                del result
            if self.ending():
                self.executor._shutdown_thread = True
                if self.executor._cancel_pending:
                    self.cancel_all()
                if not self.pending:
                    self.join_workers()
                    return

    def feed(self):
        """Move work into the queue of the workers as long as there is room."""
        while not self.calls.full():
            try:
                work_id = self.work_ids.get(block=False)
            except queue.Empty:
                return
            item = self.pending[work_id]
            if item.future.set_running_or_notify_cancel():
                self.calls.put(_CallItem(work_id, item.entity, item.fn, item.args, item.kwargs), block=True)
            else:
                _mprecord.dropped(item.entity)
                del self.pending[work_id]

    def next_result(self):
        """Wait for a result, for being woken, or for the end of a worker: the result, whether the pool is broken, and why."""
        reader = self.results._reader
        ready = wait([reader, self.wakeup_reader] + [p.sentinel for p in list(self.processes.values())])
        result, cause, broken = None, None, True
        if reader in ready:
            try:
                result = reader.recv()
                broken = False
            except BaseException as e:
                cause = traceback.format_exception(type(e), e, e.__traceback__)
        elif self.wakeup_reader in ready:
            broken = False
        with self.lock:
            while self.wakeup_reader.poll():
                self.wakeup_reader.recv_bytes()
                self.executor._woken = False
        return result, broken, cause

    def take(self, result):
        if isinstance(result, int):
            # A worker has ended because it was told to.
            p = self.processes.pop(result)
            p.join()
            if not self.processes:
                self.join_workers()
            return
        work_id, value, exception, _ = result
        item = self.pending.pop(work_id, None)
        if item is not None:
            if exception:
                item.future.set_exception(exception)
            else:
                item.future.set_result(value)

    def ending(self):
        return _global_shutdown or self.executor._shutdown_thread

    def cancel_all(self):
        """Cancel what no worker has been given."""
        new = {}
        for work_id, item in self.pending.items():
            if not item.future.cancel():
                new[work_id] = item
            else:
                _mprecord.dropped(item.entity)
        self.pending = self.executor._pending_work_items = self.calls._pending = new
        while True:
            try:
                self.work_ids.get_nowait()
            except queue.Empty:
                break
        self.executor._cancel_pending = False

    def break_pool(self, cause):
        executor = self.executor
        executor._broken = "A child process terminated abruptly, the process pool is not usable anymore"
        executor._shutdown_thread = True
        error = BrokenProcessPool("A process in the process pool was terminated abruptly while the future was "
                                  "running or pending.")
        if cause is not None:
            error.__cause__ = _RemoteTraceback(f"\n'''\n{''.join(cause)}'''")
        for item in self.pending.values():
            _mprecord.dropped(item.entity)
            item.future.set_exception(error)
            del item
        self.pending.clear()
        for p in self.processes.values():
            p.terminate()
        self.join_workers()

    def join_workers(self):
        """Tell every worker to end, and wait until all have."""
        alive = sum(p.is_alive() for p in self.processes.values())
        sent = 0
        while sent < alive and any(p.is_alive() for p in self.processes.values()):
            for _ in range(alive - sent):
                try:
                    self.calls.put_nowait(None)
                    sent += 1
                except queue.Full:
                    break
        self.calls.close()
        self.calls.join_thread()
        with self.lock:
            self.executor._close_wakeup()
        for p in list(self.processes.values()):
            p.join()
        _executors.pop(self, None)


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._max_workers = max_workers
        if mp_context is None:
            mp_context = mp.get_context("spawn") if max_tasks_per_child is not None else mp.get_context()
        self._mp_context = mp_context
        # Forking is not safe once there are threads: then all workers are started at the first submit.
        self._safe_to_dynamically_spawn_children = mp_context.get_start_method(allow_none=False) != "fork"
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._initializer = initializer
        self._initargs = initargs
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if not self._safe_to_dynamically_spawn_children:
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; "
                                 "supply a different mp_context.")
        self._max_tasks_per_child = max_tasks_per_child
        self._executor_manager_thread = None
        self._processes = {}
        self._shutdown_thread = False
        self._shutdown_lock = threading.Lock()
        self._idle_worker_semaphore = threading.Semaphore(0)
        self._broken = False
        self._queue_count = 0
        self._pending_work_items = {}
        self._cancel_pending = False
        self._woken = False
        self._record = _mprecord.pool("ProcessPoolExecutor")
        self._wakeup = mp.Pipe(duplex=False)
        self._call_queue = _CallQueue(max_workers + EXTRA_QUEUED_CALLS, mp_context, self._pending_work_items, self._wake)
        # A worker that is killed breaks the pool: there is no need to say more.
        self._call_queue._ignore_epipe = True
        self._result_queue = SimpleQueue(ctx=mp_context, _kind="results of")
        self._work_ids = queue.Queue()

    def _wake(self):
        if self._wakeup is not None and not self._woken:
            self._woken = True
            self._wakeup[1].send_bytes(b"")

    def _close_wakeup(self):
        if self._wakeup is not None:
            for end in self._wakeup:
                end.close()
            self._wakeup = None

    def _start_executor_manager_thread(self):
        if self._executor_manager_thread is None:
            if not self._safe_to_dynamically_spawn_children:
                for _ in range(len(self._processes), self._max_workers):
                    self._spawn_process()
            self._executor_manager_thread = _ExecutorManagerThread(self)
            self._executor_manager_thread.start()
            _executors[self._executor_manager_thread] = os.getpid()

    def _adjust_process_count(self):
        """Start a worker, unless one is idle or there are enough."""
        if self._idle_worker_semaphore.acquire(blocking=False):
            return
        if len(self._processes) < self._max_workers:
            self._spawn_process()

    def _spawn_process(self):
        p = self._mp_context.Process(target=_process_worker, args=(
            self._call_queue, self._result_queue, self._initializer, self._initargs, self._max_tasks_per_child))
        p.start()
        self._processes[p.pid] = p

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _global_shutdown:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            name = getattr(fn, "__name__", None) or type(fn).__name__
            f, entity = _submitted(self._record, _label(fn, name, args), name)
            _mprecord.waiting(self._record, entity)
            self._pending_work_items[self._queue_count] = _WorkItem(f, fn, args, kwargs, entity)
            self._work_ids.put(self._queue_count)
            self._queue_count += 1
            self._wake()
            if self._safe_to_dynamically_spawn_children:
                self._adjust_process_count()
            self._start_executor_manager_thread()
            return f

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        results = super().map(partial(_process_chunk, fn), _get_chunks(*iterables, chunksize=chunksize), timeout=timeout)
        return _chain_from_iterable_of_lists(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._cancel_pending = cancel_futures
            self._shutdown_thread = True
            if self._executor_manager_thread is not None:
                self._wake()
        if self._executor_manager_thread is not None and wait:
            self._executor_manager_thread.join()
        self._executor_manager_thread = None
        self._call_queue = None
        self._result_queue = None
        self._processes = None


def _label(fn, name, args):
    """How a reader calls a call: with its first argument, when that is short."""
    if isinstance(fn, partial) and fn.func is _process_chunk:
        inner = getattr(fn.args[0], "__name__", None) or type(fn.args[0]).__name__
        args = args[0]
        if len(args) > 1:
            return "%s × %d" % (inner, len(args))
        name, args = inner, args[0]
    if args and isinstance(args[0], (int, float, str, bool)):
        text = repr(args[0])
        if len(text) <= 24:
            return "%s(%s%s)" % (name, text, ", …" if len(args) > 1 else "")
    return name
