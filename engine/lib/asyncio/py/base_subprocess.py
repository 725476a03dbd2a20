"""Subprocesses are not simulated: there are no other programs to run here."""

from . import transports


class BaseSubprocessTransport(transports.SubprocessTransport):
    def __init__(self, *args, **kwargs):
        from _asyncio import _unsupported
        _unsupported('asyncio subprocesses: there are no other programs to run here')
