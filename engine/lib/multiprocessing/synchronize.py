"""Locks and what is built on them, shared by processes."""

import threading
import time

import _processes
from multiprocessing import context, process

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"]

RECURSIVE_MUTEX, SEMAPHORE = _processes.RECURSIVE_MUTEX, _processes.SEMAPHORE
SEM_VALUE_MAX = _processes.SEM_VALUE_MAX


class SemLock:
    def __init__(self, kind, value, maxvalue, *, ctx=None, name="shared lock"):
        self._take(_processes.SemLock(kind, value, maxvalue, name if " " in name else _processes.name(name)))

    def _take(self, semlock):
        self._semlock = semlock
        self.acquire = semlock.acquire
        self.release = semlock.release

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        context.assert_spawning(self)
        return self._semlock.handle, self._semlock.kind, self._semlock.maxvalue

    def __setstate__(self, state):
        self._take(_processes.rebuild(state[0]))

    def _owner(self):
        if self._semlock._is_mine():
            name = process.current_process().name
            if threading.current_thread().name != "MainThread":
                name += "|" + threading.current_thread().name
            return name
        if self._semlock._get_value() == 1:
            return None
        if self._semlock._count() > 0:
            return "SomeOtherThread"
        return "SomeOtherProcess"


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, name="semaphore")

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return "<%s(value=%s)>" % (type(self).__name__, self._semlock._get_value())


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, value, value, name="semaphore")

    def __repr__(self):
        return "<%s(value=%s, maxvalue=%s)>" % (type(self).__name__, self._semlock._get_value(), self._semlock.maxvalue)


class Lock(SemLock):
    def __init__(self, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, 1, 1, name="lock")

    def __repr__(self):
        return "<%s(owner=%s)>" % (type(self).__name__, self._owner())


class RLock(SemLock):
    def __init__(self, *, ctx=None, name="lock"):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, name=name)

    def __repr__(self):
        owner = self._owner()
        count = self._semlock._count()
        if owner is None:
            count = 0
        elif owner in ("SomeOtherThread", "SomeOtherProcess"):
            count = "nonzero"
        return "<%s(%s, %s)>" % (type(self).__name__, owner, count)


class Condition:
    """A lock, and those who wait to be notified."""

    def __init__(self, lock=None, *, ctx=None, name=None):
        if name is None:
            name = _processes.name("condition")
        self._lock = lock or RLock(name=name + " (lock)")
        # Who waits has been counted as sleeping; who has been notified counts as woken until the notifier has seen it.
        self._sleeping = SemLock(SEMAPHORE, 0, SEM_VALUE_MAX, name=name + " (sleeping)")
        self._woken = SemLock(SEMAPHORE, 0, SEM_VALUE_MAX, name=name + " (woken)")
        self._signal = SemLock(SEMAPHORE, 0, SEM_VALUE_MAX, name=name + " (waiting to be notified)")
        self._take()

    def _take(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping, self._woken, self._signal

    def __setstate__(self, state):
        self._lock, self._sleeping, self._woken, self._signal = state
        self._take()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        waiting = self._sleeping._semlock._get_value() - self._woken._semlock._get_value()
        return "<%s(%s, %s)>" % (type(self).__name__, self._lock, waiting)

    def wait(self, timeout=None):
        """Wait until notified, or for timeout seconds; False in the latter case."""
        assert self._lock._semlock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping.release()
        count = self._lock._semlock._count()
        for _ in range(count):
            self._lock.release()
        try:
            return self._signal.acquire(True, timeout)
        finally:
            self._woken.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        """Wake up to n of those who wait."""
        assert self._lock._semlock._is_mine(), "lock is not owned"
        # Those whose timeout has ended do not sleep any more.
        while self._woken.acquire(False):
            self._sleeping.acquire(False)
        woken = 0
        while woken < n and self._sleeping.acquire(False):
            self._signal.release()
            woken += 1
        for _ in range(woken):
            self._woken.acquire()
        if woken:
            # Who timed out in the meantime has not taken its permit.
            while self._signal.acquire(False):
                pass

    def notify_all(self):
        self.notify(SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        """Wait until the predicate holds; the result is its last value."""
        result = predicate()
        end = None if timeout is None else time.monotonic() + timeout
        while not result:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class Event:
    """A flag that processes can wait for."""

    def __init__(self, *, ctx=None):
        name = _processes.name("event")
        self._cond = Condition(Lock(), name=name)
        self._flag = SemLock(SEMAPHORE, 0, SEM_VALUE_MAX, name=name + " (flag)")

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


_STATES = ("filling", "draining", "resetting", "broken")


class Barrier(threading.Barrier):
    """A barrier for processes: its count and its state lie in shared memory."""

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        self._cond = Condition(name=_processes.name("barrier"))
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._memory = _processes.SharedBuffer(8)

    def __getstate__(self):
        return self._cond, self._action, self._timeout, self._parties, self._memory.handle

    def __setstate__(self, state):
        self._cond, self._action, self._timeout, self._parties, handle = state
        self._memory = _processes.rebuild(handle)

    @property
    def _count(self):
        return int.from_bytes(self._memory.read(0, 4), "little")

    @_count.setter
    def _count(self, n):
        self._memory.write(0, n.to_bytes(4, "little"))

    @property
    def _state(self):
        return _STATES[self._memory.read(4, 1)[0]]

    @_state.setter
    def _state(self, state):
        self._memory.write(4, bytes([_STATES.index(state)]))
