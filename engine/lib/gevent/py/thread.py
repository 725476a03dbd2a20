import _gevent
import _thread
from _gevent import getcurrent
from gevent.greenlet import Greenlet
from gevent.hub import GreenletExit, sleep
from gevent.local import local as _local
from gevent.lock import BoundedSemaphore, RLock

__all__ = ['allocate_lock', 'get_ident', 'exit', 'LockType', 'stack_size', 'start_new_thread', 'error', 'TIMEOUT_MAX',
           'allocate', 'exit_thread', 'interrupt_main', 'start_new', 'get_native_id', 'RLock']

error = RuntimeError
TIMEOUT_MAX = _thread.TIMEOUT_MAX
stack_size = _thread.stack_size
get_native_id = _thread.get_native_id


def get_ident(gr=None):
    return id(getcurrent() if gr is None else gr)


def start_new_thread(function, args=(), kwargs=None):
    if kwargs is not None:
        greenlet = Greenlet.spawn(function, *args, **kwargs)
    else:
        greenlet = Greenlet.spawn(function, *args)
    return get_ident(greenlet)


class LockType(BoundedSemaphore):
    __module__ = 'gevent.thread'

    def __init__(self):
        BoundedSemaphore.__init__(self)
        self._owned('lock')

    def acquire(self, blocking=True, timeout=-1):
        if timeout is not None and timeout < 0:
            timeout = None
        elif not blocking and timeout not in (None, -1):
            raise ValueError("can't specify a timeout for a non-blocking call")
        return BoundedSemaphore.acquire(self, blocking, timeout)

    def release(self):
        if self.counter >= 1:
            raise RuntimeError('Semaphore released too many times')
        BoundedSemaphore.release(self)

    locked_lock = BoundedSemaphore.locked

    def __exit__(self, typ, value, tb):
        self.release()


allocate_lock = allocate = LockType


def exit():
    raise GreenletExit


exit_thread = exit
start_new = start_new_thread


def interrupt_main():
    raise KeyboardInterrupt
