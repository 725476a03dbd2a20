"""What counts as a coroutine."""

from _asyncio import _is_coroutine, _is_coroutine_function

__all__ = ('iscoroutine', 'iscoroutinefunction')


def _is_debug_mode():
    # There is no PYTHONASYNCIODEBUG, and no -X dev.
    return False


def iscoroutinefunction(func):
    """Tell whether calling func gives a coroutine."""
    return _is_coroutine_function(func) or getattr(func, '_is_coroutine', None) is _is_coroutine


def _format_coroutine(coro):
    """A coroutine as reprs of tasks show it."""
    from _asyncio import _coroutine_text
    return _coroutine_text(coro)


def iscoroutine(obj):
    """Tell whether obj is a coroutine object."""
    if _is_coroutine(obj):
        return True
    cls = type(obj)
    return all(hasattr(cls, name) for name in ('send', 'throw', 'close', '__await__'))
