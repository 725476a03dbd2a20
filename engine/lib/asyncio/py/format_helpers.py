"""How callbacks are shown."""

import traceback
from _asyncio import _callback_text


def _format_callback_source(func, args):
    return _callback_text(func, args)


def extract_stack(f=None, limit=None):
    """The stack of the caller, as long as debug mode keeps it."""
    if limit is None:
        limit = 10
    return traceback.extract_stack(f, limit=limit)
