"""How callbacks are shown."""

import traceback
from _asyncio import _callback_text


def _get_function_source(func):
    """(file, line) of a function, None where there is none."""
    import functools
    import inspect
    func = inspect.unwrap(func)
    if inspect.isfunction(func):
        return func.__code__.co_filename, func.__code__.co_firstlineno
    if isinstance(func, (functools.partial, functools.partialmethod)):
        return _get_function_source(func.func)
    return None


def _format_callback_source(func, args):
    return _callback_text(func, args)


def extract_stack(f=None, limit=None):
    """The stack of the caller, as long as debug mode keeps it."""
    if limit is None:
        limit = 10
    return traceback.extract_stack(f, limit=limit)
