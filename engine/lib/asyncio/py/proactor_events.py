"""The loop of Windows. This computer has none."""

__all__ = ('BaseProactorEventLoop',)

from .base_events import BaseEventLoop


class BaseProactorEventLoop(BaseEventLoop):
    def __init__(self, proactor=None):
        from _asyncio import _unsupported
        _unsupported('asyncio proactor event loops: this computer is no Windows')
