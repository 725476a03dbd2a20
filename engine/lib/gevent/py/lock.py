from _gevent import Semaphore, BoundedSemaphore, getcurrent

__all__ = ['Semaphore', 'BoundedSemaphore', 'DummySemaphore', 'RLock']


class DummySemaphore:
    # A semaphore that always has room.

    def __init__(self, value=None):
        pass

    def __str__(self):
        return '<%s>' % self.__class__.__name__

    def locked(self):
        return False

    def ready(self):
        return True

    def release(self):
        pass

    def rawlink(self, callback):
        pass

    def unlink(self, callback):
        pass

    def wait(self, timeout=None):
        return 1

    def acquire(self, blocking=True, timeout=None):
        return True

    def __enter__(self):
        pass

    def __exit__(self, typ, val, tb):
        pass


class RLock:
    __slots__ = ('_block', '_owner', '_count', '__weakref__')

    def __init__(self, hub=None):
        self._block = Semaphore(1)
        self._block._owned('rlock')
        self._owner = None
        self._count = 0

    def __repr__(self):
        return "<%s at 0x%x _block=%s _count=%r _owner=%r)>" % (
            self.__class__.__name__, id(self), self._block, self._count, self._owner)

    def acquire(self, blocking=True, timeout=None):
        me = getcurrent()
        if self._owner is me:
            self._count += 1
            return 1
        result = self._block.acquire(blocking, timeout)
        if result:
            self._owner = me
            self._count = 1
        return result

    def __enter__(self):
        return self.acquire()

    def release(self):
        me = getcurrent()
        if self._owner is not me:
            raise RuntimeError("cannot release un-acquired lock. Owner: %r Current: %r" % (self._owner, me))
        self._count = count = self._count - 1
        if not count:
            self._owner = None
            self._block.release()

    def __exit__(self, typ, value, tb):
        self.release()

    def _acquire_restore(self, count_owner):
        count, owner = count_owner
        self._block.acquire()
        self._count = count
        self._owner = owner

    def _release_save(self):
        count, owner = self._count, self._owner
        self._count = 0
        self._owner = None
        self._block.release()
        return (count, owner)

    def _is_owned(self):
        return self._owner is getcurrent()
