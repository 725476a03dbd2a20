"""asyncio, on the event loop of module _asyncio."""

from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .runners import *
from .tasks import *
import sys
from . import base_events, coroutines, events, exceptions, futures, runners, tasks
from _asyncio import _load

# What many programs never ask for is loaded when it is first asked for: a
# program waits for its imports.
_later = {
    'base_futures': (), 'base_subprocess': (), 'base_tasks': (), 'constants': (), 'format_helpers': (),
    'log': (), 'mixins': (), 'proactor_events': (), 'sslproto': (), 'staggered': (), 'trsock': (),
    'locks': ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier'),
    'protocols': ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol'),
    'queues': ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown'),
    'selector_events': ('Server',),
    'streams': ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
                'open_unix_connection', 'start_unix_server'),
    'subprocess': ('create_subprocess_exec', 'create_subprocess_shell'),
    'taskgroups': ('TaskGroup',),
    'threads': ('to_thread',),
    'timeouts': ('Timeout', 'timeout', 'timeout_at'),
    'transports': ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport',
                   'SubprocessTransport'),
    'unix_events': ('AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher', 'PidfdChildWatcher',
                    'MultiLoopChildWatcher', 'ThreadedChildWatcher'),
}
_origin = {name: module for module, names in _later.items() for name in names}

__all__ = (
    base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__
    + futures.__all__ + runners.__all__ + tasks.__all__ + tuple(_origin)
)


def __getattr__(name):
    module = _origin.get(name)
    if module is None:
        if name in _later:
            return _load('asyncio.' + name)
        raise AttributeError(f"module 'asyncio' has no attribute '{name}'",
                             name=name, obj=sys.modules['asyncio'])
    value = getattr(_load('asyncio.' + module), name)
    globals()[name] = value
    return value


def __dir__():
    return sorted({*globals(), *_origin, *_later})
