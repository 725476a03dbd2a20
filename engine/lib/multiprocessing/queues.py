"""Queues between processes."""

import collections
import os
import sys
import threading
import time
from queue import Empty, Full

import _processes
from multiprocessing import connection, context, util
from multiprocessing.reduction import ForkingPickler
from multiprocessing.synchronize import SEMAPHORE, SemLock

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]


def _pipe(name):
    """Both ends of the pipe of a queue."""
    reader, writer = _processes.Pipe(False, name)
    return connection.Connection(reader, writable=False), connection.Connection(writer, readable=False)


def _lock(name):
    """A lock of a queue, with a name for readers of the recording."""
    return SemLock(SEMAPHORE, 1, 1, name=name)


dumps, loads = ForkingPickler.dumps, ForkingPickler.loads


class Queue:
    """A queue that any process can put into and get from. A thread of each process that puts sends the items."""

    def __init__(self, maxsize=0, *, ctx):
        if maxsize <= 0:
            from multiprocessing.synchronize import SEM_VALUE_MAX as maxsize
        self._maxsize = maxsize
        name = _processes.name("queue")
        self._reader, self._writer = _pipe(name)
        self._rlock = _lock("turn to get from " + name)
        self._opid = os.getpid()
        self._wlock = _lock("turn to put into " + name)
        self._sem = ctx.BoundedSemaphore(maxsize)
        self._ignore_epipe = False
        self._reset()
        util.register_after_fork(self, Queue._after_fork)

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem,
                self._opid)

    def __setstate__(self, state):
        (self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem,
         self._opid) = state
        self._reset()

    def _after_fork(self):
        util.debug("Queue._after_fork()")
        self._reset()

    def _reset(self):
        self._notempty = threading.Condition(threading.Lock())
        self._buffer = collections.deque()
        self._thread = None
        self._jointhread = None
        self._joincancelled = False
        self._closed = False
        self._close = None
        self._poll = self._reader.poll
        # Straight to the pipe and the locks: this is done for every item.
        self._send_bytes = (self._writer._end or self._writer).send_bytes
        self._recv_bytes = (self._reader._end or self._reader).recv_bytes
        self._lock_reader, self._unlock_reader = self._rlock.acquire, self._rlock.release
        self._lock_writer, self._unlock_writer = self._wlock.acquire, self._wlock.release

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._notempty.notify()

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if block and timeout is None:
            self._lock_reader()
            try:
                res = self._recv_bytes()
            finally:
                self._unlock_reader()
            self._sem.release()
        else:
            if block:
                deadline = time.monotonic() + timeout
            if not self._rlock.acquire(block, timeout):
                raise Empty
            try:
                if block:
                    timeout = deadline - time.monotonic()
                    if not self._poll(timeout):
                        raise Empty
                elif not self._poll():
                    raise Empty
                res = self._recv_bytes()
                self._sem.release()
            finally:
                self._rlock.release()
        return loads(res)

    def qsize(self):
        return self._maxsize - self._sem.get_value()

    def empty(self):
        return not self._poll()

    def full(self):
        return self._sem._semlock._is_zero()

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        """Nothing more is put by this process."""
        self._closed = True
        close = self._close
        if close:
            self._close = None
            close()

    def join_thread(self):
        """Wait until everything that was put has been sent, after close()."""
        util.debug("Queue.join_thread()")
        assert self._closed, "Queue {0!r} not closed".format(self)
        if self._jointhread:
            self._jointhread()

    def cancel_join_thread(self):
        """Do not wait at the end for what is not sent."""
        util.debug("Queue.cancel_join_thread()")
        self._joincancelled = True
        try:
            self._jointhread.cancel()
        except AttributeError:
            pass

    def _start_thread(self):
        util.debug("Queue._start_thread()")
        self._buffer.clear()
        self._thread = threading.Thread(target=self._feed, name="QueueFeederThread", daemon=True)
        self._thread.start()
        if not self._joincancelled:
            self._jointhread = util.Finalize(self._thread, Queue._finalize_join, [self._thread], exitpriority=-5)
        self._close = util.Finalize(self, Queue._finalize_close, [self._buffer, self._notempty], exitpriority=10)

    @staticmethod
    def _finalize_join(thread):
        util.debug("joining queue thread")
        thread.join()
        util.debug("... queue thread joined")

    @staticmethod
    def _finalize_close(buffer, notempty):
        util.debug("telling queue thread to quit")
        with notempty:
            buffer.append(_sentinel)
            notempty.notify()

    def _feed(self):
        """What the thread does that sends the items."""
        util.debug("starting thread to feed data to pipe")
        notempty, buffer = self._notempty, self._buffer
        send, lock, unlock = self._send_bytes, self._lock_writer, self._unlock_writer
        while True:
            try:
                with notempty:
                    if not buffer:
                        notempty.wait()
                while buffer:
                    obj = buffer.popleft()
                    if obj is _sentinel:
                        util.debug("feeder thread got sentinel -- exiting")
                        self._reader.close()
                        self._writer.close()
                        return
                    data = dumps(obj)
                    lock()
                    try:
                        send(data)
                    finally:
                        unlock()
            except Exception as e:
                if self._ignore_epipe and getattr(e, "errno", 0) == 32:
                    return
                if util.is_exiting():
                    util.info("error in queue thread: %s", e)
                    return
                # The item will not be taken by anybody.
                self._sem.release()
                self._on_queue_feeder_error(e, obj)

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        import traceback
        traceback.print_exc()


_sentinel = object()


class JoinableQueue(Queue):
    """A queue that can be waited for until all its items have been dealt with."""

    def __init__(self, maxsize=0, *, ctx):
        Queue.__init__(self, maxsize, ctx=ctx)
        self._unfinished_tasks = ctx.Semaphore(0)
        self._cond = ctx.Condition()

    def __getstate__(self):
        return Queue.__getstate__(self) + (self._cond, self._unfinished_tasks)

    def __setstate__(self, state):
        Queue.__setstate__(self, state[:-2])
        self._cond, self._unfinished_tasks = state[-2:]

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty, self._cond:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._unfinished_tasks.release()
            self._notempty.notify()

    def task_done(self):
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError("task_done() called too many times")
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        with self._cond:
            if not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    """A pipe with locks at both ends; whoever puts sends at once."""

    def __init__(self, *, ctx, _kind="queue"):
        name = _processes.name(_kind)
        self._reader, self._writer = _pipe(name)
        self._rlock = _lock("turn to get from " + name)
        self._wlock = _lock("turn to put into " + name)
        self._reset()

    def _reset(self):
        self._poll = self._reader.poll
        self._send_bytes = (self._writer._end or self._writer).send_bytes
        self._recv_bytes = (self._reader._end or self._reader).recv_bytes
        self._lock_reader, self._unlock_reader = self._rlock.acquire, self._rlock.release
        self._lock_writer, self._unlock_writer = self._wlock.acquire, self._wlock.release

    def close(self):
        self._reader.close()
        self._writer.close()

    def empty(self):
        return not self._poll()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._reader, self._writer, self._rlock, self._wlock

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._wlock = state
        self._reset()

    def get(self):
        self._lock_reader()
        try:
            res = self._recv_bytes()
        finally:
            self._unlock_reader()
        return loads(res)

    def put(self, obj):
        data = dumps(obj)
        self._lock_writer()
        try:
            self._send_bytes(data)
        finally:
            self._unlock_writer()
