import _gevent
from time import time

__all__ = ['get_version', 'get_header_version', 'supported_backends', 'recommended_backends', 'embeddable_backends',
           'time', 'loop']

READ, WRITE, TIMER, ASYNC, SIGNAL, EVENTS = 1, 2, 256, 524288, 1024, 539008303
MINPRI, MAXPRI = -2, 2


def get_version():
    return 'libev-4.33'


get_header_version = get_version


def supported_backends():
    return ['epoll', 'poll', 'select']


recommended_backends = embeddable_backends = supported_backends


def loop(flags=None, default=None):
    _gevent._unsupported("gevent.core.loop(): each hub has one loop; use gevent.get_hub().loop")
