from collections import namedtuple

version_info = namedtuple('version_info', ('major', 'minor', 'micro', 'releaselevel', 'serial'))(22, 10, 2, 'final', 0)
__version__ = '22.10.2'

from gevent._config import config
from gevent.hub import get_hub, getcurrent, sleep, spawn_raw, idle, reinit, kill, iwait, wait, GreenletExit
from gevent.hub import signal as signal_handler
from gevent.timeout import Timeout, with_timeout
from gevent.greenlet import Greenlet, joinall, killall

__all__ = ['Greenlet', 'GreenletExit', 'Timeout', 'config', 'fork', 'get_hub', 'getcurrent', 'getswitchinterval',
           'idle', 'iwait', 'joinall', 'kill', 'killall', 'reinit', 'setswitchinterval', 'signal_handler', 'sleep',
           'spawn', 'spawn_later', 'spawn_raw', 'wait', 'with_timeout']

spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later
from sys import getswitchinterval, setswitchinterval


def fork(*args, **kwargs):
    import os
    if not hasattr(os, 'fork'):
        import _gevent
        _gevent._unsupported("gevent.fork(): this computer has no os.fork; use gevent.spawn()")
    result = os.fork(*args, **kwargs)
    if not result:
        reinit()
    return result
