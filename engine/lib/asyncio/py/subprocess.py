"""Subprocesses are not simulated yet; the names are here to say so."""

from _asyncio import _unsupported

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

PIPE, STDOUT, DEVNULL = -1, -2, -3


class Process:
    pass


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, **kwds):
    _unsupported('asyncio.create_subprocess_shell(): there are no other programs to run here')


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, **kwds):
    _unsupported('asyncio.create_subprocess_exec(): there are no other programs to run here')
