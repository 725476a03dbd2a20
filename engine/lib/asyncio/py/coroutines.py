"""What counts as a coroutine."""

from _asyncio import _is_coroutine

__all__ = ('iscoroutine', 'iscoroutinefunction')

_CO_COROUTINE = 0x80
_CO_ITERABLE_COROUTINE = 0x100


def iscoroutinefunction(func):
    """Tell whether calling func gives a coroutine."""
    import inspect
    return inspect.iscoroutinefunction(func) or getattr(func, '_is_coroutine', None) is not None


def iscoroutine(obj):
    """Tell whether obj is a coroutine object."""
    if _is_coroutine(obj):
        return True
    cls = type(obj)
    return all(hasattr(cls, name) for name in ('send', 'throw', 'close', '__await__'))
