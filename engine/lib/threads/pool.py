from concurrent.futures import _base
from _thread import _pool, _cores, _submit
import threading

_pools = 0


class BrokenThreadPool(_base.BrokenExecutor):
    pass


class ThreadPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _cores() + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if not thread_name_prefix:
            global _pools
            thread_name_prefix = "ThreadPoolExecutor-%d" % _pools
            _pools += 1
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix
        self._threads = set()
        self._work_queue = _pool(-int(-max_workers // 1), str(thread_name_prefix), initializer, tuple(initargs), threading.Thread,
                                 self._threads, BrokenThreadPool)

    @property
    def _shutdown(self):
        return self._work_queue.is_shutdown()

    submit = _submit

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._work_queue.shutdown(wait, cancel_futures)
