"""Sending a file over a socket: read and sent in blocks, since no system does it here."""

import socket
from . import constants, exceptions


async def sock_sendfile(loop, sock, file, offset, count, fallback):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')
    _check(sock, file, offset, count)
    if not fallback:
        raise exceptions.SendfileNotAvailableError(
            f'syscall sendfile is not available for socket {sock!r} and file {file!r} combination')
    total = 0
    try:
        async for block in _blocks(file, offset, count):
            await loop.sock_sendall(sock, block)
            total += len(block)
        return total
    finally:
        if total > 0 and hasattr(file, 'seek'):
            file.seek(offset + total)


def _check(sock, file, offset, count):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if sock.type != socket.SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f'count must be a positive integer (got {count!r})')
        if count <= 0:
            raise ValueError(f'count must be a positive integer (got {count!r})')
    if not isinstance(offset, int):
        raise TypeError(f'offset must be a non-negative integer (got {offset!r})')
    if offset < 0:
        raise ValueError(f'offset must be a non-negative integer (got {offset!r})')


async def _blocks(file, offset, count):
    if hasattr(file, 'seek'):
        file.seek(offset)
    size = constants.SENDFILE_FALLBACK_READBUFFER_SIZE
    while count is None or count > 0:
        block = file.read(size if count is None else min(size, count))
        if not block:
            return
        if count is not None:
            count -= len(block)
        yield block
