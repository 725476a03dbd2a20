"""What futures have in common."""

from _asyncio import isfuture

__all__ = ()

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'
