"""asyncio.to_thread()."""

from contextvars import copy_context
from . import events

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):
    """Run a function in a thread of the default executor."""
    loop = events.get_running_loop()
    context = copy_context()

    def func_call():
        return context.run(func, *args, **kwargs)

    return await loop.run_in_executor(None, func_call)
