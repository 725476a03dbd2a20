"""Tasks and the ways to wait for several."""

from _asyncio import (Task, create_task, current_task, _set_current, isfuture, _all_tasks, _gather, _give_way,
                      _sleep, _waiter, _describe, sleep)
from . import coroutines, events, exceptions, futures

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait',
           'wait_for', 'as_completed', 'sleep', 'gather', 'shield', 'ensure_future',
           'run_coroutine_threadsafe', 'current_task', 'all_tasks')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


# The reference has the class twice, in C and in Python.
_CTask = _PyTask = Task

# What registers itself as a task without being one of this module's.
_foreign_tasks = []


def all_tasks(loop=None):
    """The tasks of the loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    tasks = set(_all_tasks(loop))
    tasks.update(t for t in _foreign_tasks if futures._get_loop(t) is loop and not t.done())
    return tasks


def _register_task(task):
    if not any(t is task for t in _foreign_tasks):
        _foreign_tasks.append(task)


def _unregister_task(task):
    _foreign_tasks[:] = [t for t in _foreign_tasks if t is not task]


def _enter_task(loop, task):
    current = current_task(loop)
    if current is not None:
        raise RuntimeError(f'Cannot enter into task {task!r} while another task {current!r} is being executed.')
    _set_current(loop, task)


def _leave_task(loop, task):
    current = current_task(loop)
    if current is not task:
        raise RuntimeError(f'Leaving task {task!r} does not match the current task {current!r}.')
    _set_current(loop, None)


_py_register_task, _py_unregister_task, _py_enter_task, _py_leave_task = (
    _register_task, _unregister_task, _enter_task, _leave_task)
_c_register_task, _c_unregister_task, _c_enter_task, _c_leave_task = (
    _register_task, _unregister_task, _enter_task, _leave_task)


async def _general_sleep(delay, result=None):
    # For delays that are no plain numbers; sleep() itself is in _asyncio.
    if delay <= 0:
        await _give_way
        return result
    loop = events.get_running_loop()
    if not getattr(loop, '_own_timers', False):
        return await _sleep(delay, result)
    future = _describe(loop.create_future(), 'sleep')
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


_general_sleep.__name__ = _general_sleep.__qualname__ = 'sleep'


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """A future for any awaitable: itself, or a task that drives it."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError('The future belongs to a different loop than '
                             'the one specified as the loop argument')
        return coro_or_future
    coro = coro_or_future
    wrapped = False
    if not coroutines.iscoroutine(coro):
        if not hasattr(type(coro), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro = _wrap_awaitable(coro)
        wrapped = True
    if loop is None:
        try:
            loop = events.get_event_loop()
        except RuntimeError:
            if not wrapped:
                coro.close()
            raise
    try:
        return loop.create_task(coro)
    except RuntimeError:
        if not wrapped:
            coro.close()
        raise


_ensure_future = ensure_future


def gather(*coros_or_futures, return_exceptions=False):
    """A future for the list of all results, in the order of the arguments."""
    loop = events._get_running_loop()
    if loop is None and not all(isfuture(c) for c in coros_or_futures) or not coros_or_futures:
        loop = events.get_event_loop()
    outer = _gather(loop, coros_or_futures, bool(return_exceptions))
    if outer is NotImplemented:
        # Something has to become a future in Python first; each awaitable once.
        known = {}
        children = []
        for arg in coros_or_futures:
            if id(arg) not in known:
                known[id(arg)] = ensure_future(arg, loop=loop)
            children.append(known[id(arg)])
        outer = _gather(loop, tuple(children), bool(return_exceptions))
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait until tasks are done, or for so long; answer (done, pending)."""
    if isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = dict.fromkeys(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, events.get_running_loop())


def _count_text(fs):
    n = len(fs)
    return '1 task' if n == 1 else f'{n} tasks'


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    how = {FIRST_COMPLETED: 'the first of ', FIRST_EXCEPTION: 'an exception among '}.get(return_when, '')
    waiter = _waiter(loop, 'wait for ' + how + _count_text(fs))
    handle = None
    if timeout is not None:
        handle = loop.call_later(timeout, _release_waiter, waiter)
    counter = len(fs)

    def on_completion(f):
        nonlocal counter
        counter -= 1
        if (counter <= 0 or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None):
            if handle is not None:
                handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(on_completion)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for f in fs:
            f.remove_done_callback(on_completion)
    done, pending = set(), set()
    for f in fs:
        (done if f.done() else pending).add(f)
    return done, pending


async def _cancel_and_wait(fut, loop):
    """Cancel fut and wait until it is done, whatever comes of it."""
    waiter = _waiter(loop, 'the end of what was cancelled')

    def release(_):
        _release_waiter(waiter)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


async def wait_for(fut, timeout):
    """Wait for one awaitable; at the deadline it is cancelled, and TimeoutError raised."""
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut, loop)
        try:
            return fut.result()
        except exceptions.CancelledError as exc:
            raise exceptions.TimeoutError() from exc
    from _asyncio import _duration
    waiter = _waiter(loop, f'wait_for, at most {_duration(timeout)}')
    handle = loop.call_later(timeout, _release_waiter, waiter)

    def release(_):
        _release_waiter(waiter)

    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            # The inner one must have ended before the cancellation goes on.
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        await _cancel_and_wait(fut, loop)
        # It may have ended with a result, or an exception of its own, all the same.
        try:
            return fut.result()
        except exceptions.CancelledError as exc:
            raise exceptions.TimeoutError() from exc
    finally:
        handle.cancel()


def as_completed(fs, *, timeout=None):
    """Coroutines that give the results in the order in which they arrive."""
    if isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    from .queues import Queue
    done = Queue()
    done._begin(0, 0, 'as_completed')
    loop = events.get_event_loop()
    # In the order given; the reference takes whatever order a set has.
    todo = dict.fromkeys([ensure_future(f, loop=loop) for f in dict.fromkeys(fs)])
    handle = None

    def on_timeout():
        for f in todo:
            f.remove_done_callback(on_completion)
            done.put_nowait(None)
        todo.clear()

    def on_completion(f):
        if not todo:
            return
        del todo[f]
        done.put_nowait(f)
        if not todo and handle is not None:
            handle.cancel()

    async def _wait_for_one():
        f = await done.get()
        if f is None:
            raise exceptions.TimeoutError
        return f.result()

    for f in todo:
        f.add_done_callback(on_completion)
    if todo and timeout is not None:
        handle = loop.call_later(timeout, on_timeout)
    for _ in range(len(todo)):
        yield _wait_for_one()


def shield(arg):
    """A future that ends as arg does; cancelling it leaves arg alone."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = _waiter(futures._get_loop(inner), 'shield')

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                # Nobody else will ask.
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
            return
        exception = inner.exception()
        if exception is not None:
            outer.set_exception(exception)
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    _outer_done_callback.__qualname__ = 'shield.<locals>._outer_done_callback'
    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Run a coroutine on a loop of another thread; answer a concurrent.futures.Future."""
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from concurrent.futures import Future
    future = Future()

    def callback():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(callback)
    return future
