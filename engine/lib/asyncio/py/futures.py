"""Futures: the class itself is in _asyncio."""

from _asyncio import Future, isfuture, _describe
from . import events, exceptions

__all__ = ('Future', 'wrap_future', 'isfuture')


# The reference has the class twice, in C and in Python.
_CFuture = _PyFuture = Future


def _get_loop(fut):
    try:
        get_loop = fut.get_loop
    except AttributeError:
        return fut._loop
    return get_loop()


def _convert_future_exc(exc):
    """The exception of this package for one of concurrent.futures."""
    import concurrent.futures
    if type(exc) is concurrent.futures.CancelledError:
        return exceptions.CancelledError(*exc.args)
    if type(exc) is concurrent.futures.InvalidStateError:
        return exceptions.InvalidStateError(*exc.args)
    return exc


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _copy_state(source, dest):
    if dest.cancelled() or dest.done():
        return
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is not None:
        dest.set_exception(exception if isfuture(source) else _convert_future_exc(exception))
    else:
        dest.set_result(source.result())


_copy_future_state = _copy_state


def _chain_future(source, destination):
    """Let destination end as source does, and cancel source with destination.

    One of the two may be a concurrent.futures.Future, which completes in
    another thread."""
    source_loop = _get_loop(source) if isfuture(source) else None
    dest_loop = _get_loop(destination) if isfuture(destination) else None

    def set_state(future, other):
        if isfuture(future):
            _copy_state(other, future)
        else:
            if other.cancelled():
                future.cancel()
            if not future.set_running_or_notify_cancel():
                return
            exception = other.exception()
            if exception is not None:
                future.set_exception(exception)
            else:
                future.set_result(other.result())

    def check_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is dest_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def call_set_state(source):
        if destination.cancelled() and dest_loop is not None and dest_loop.is_closed():
            return
        if dest_loop is None or dest_loop is source_loop:
            set_state(destination, source)
        else:
            if dest_loop.is_closed():
                return
            dest_loop.call_soon_threadsafe(set_state, destination, source)

    destination.add_done_callback(check_cancel)
    source.add_done_callback(call_set_state)


def wrap_future(future, *, loop=None):
    """An asyncio future for a concurrent.futures.Future."""
    if isfuture(future):
        return future
    from concurrent.futures import Future as ConcurrentFuture
    if not isinstance(future, ConcurrentFuture):
        raise AssertionError(f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        loop = events.get_event_loop()
    new = _describe(loop.create_future(), 'work in an executor')
    _chain_future(future, new)
    return new
