from _thread import _Future as Future, _Error as Error, _CancelledError as CancelledError
from _thread import _InvalidStateError as InvalidStateError, _watch
from time import monotonic as _now

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'
TimeoutError = TimeoutError


class BrokenExecutor(RuntimeError):
    pass


class DoneAndNotDoneFutures(tuple):
    __slots__ = ()
    _fields = __match_args__ = ("done", "not_done")

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return "DoneAndNotDoneFutures(done=%r, not_done=%r)" % self


def _is_done(f):
    return f._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    done = {f for f in fs if _is_done(f)}
    not_done = fs - done
    if return_when == FIRST_COMPLETED and done:
        return DoneAndNotDoneFutures(done, not_done)
    if return_when == FIRST_EXCEPTION and done:
        if any(f for f in done if not f.cancelled() and f.exception() is not None):
            return DoneAndNotDoneFutures(done, not_done)
    if not not_done:
        return DoneAndNotDoneFutures(done, not_done)
    if return_when == FIRST_COMPLETED:
        need, fast = 1, False
    elif return_when == FIRST_EXCEPTION:
        need, fast = len(not_done), True
    elif return_when == ALL_COMPLETED:
        need, fast = len(not_done), False
    else:
        raise ValueError("Invalid return condition: %r" % return_when)
    waited = list(not_done)
    watcher = _watch(waited, need, fast)
    watcher.wait(timeout, f"wait for {len(waited)} future" + "s" * (len(waited) != 1))
    watcher.stop(waited)
    done.update(watcher.take(1))
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + _now()
    ordered = list(dict.fromkeys(fs))
    watcher = _watch(ordered, 1, False)
    total = left = len(ordered)
    try:
        while left:
            for f in watcher.take(1):
                left -= 1
                yield f
            if left:
                remaining = None
                if end is not None:
                    remaining = end - _now()
                    if remaining < 0:
                        raise TimeoutError('%d (of %d) futures unfinished' % (left, total))
                watcher.wait(remaining, f"first of {left} future" + "s" * (left != 1))
    finally:
        watcher.stop(ordered)


def _take_result(future, timeout=None):
    # The result, or, when that cannot be had, the future is not wanted any more.
    try:
        return future.result(timeout)
    finally:
        future.cancel()


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + _now()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    if end is None:
                        yield _take_result(futures.pop())
                    else:
                        yield _take_result(futures.pop(), end - _now())
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
