from _gevent import AbstractLinkable, Event, AsyncResult

__all__ = ['Event', 'AsyncResult']
