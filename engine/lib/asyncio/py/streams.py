"""Streams."""

from _asyncio import _unsupported

__all__ = ('open_connection', 'start_server')


async def open_connection(host=None, port=None, **kwds):
    _unsupported('asyncio.open_connection()')


async def start_server(client_connected_cb, host=None, port=None, **kwds):
    _unsupported('asyncio.start_server()')
