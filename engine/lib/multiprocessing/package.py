import sys

from multiprocessing import context
from multiprocessing import process
from multiprocessing.process import current_process, parent_process, active_children
from multiprocessing.context import (ProcessError, BufferTooShort, TimeoutError, AuthenticationError)

SUBDEBUG = 5
SUBWARNING = 25

Process = context.Process
_default = context._default_context
cpu_count = _default.cpu_count
get_context = _default.get_context
get_start_method = _default.get_start_method
set_start_method = _default.set_start_method
get_all_start_methods = _default.get_all_start_methods
set_executable = _default.set_executable
set_forkserver_preload = _default.set_forkserver_preload
freeze_support = _default.freeze_support
get_logger = _default.get_logger
log_to_stderr = _default.log_to_stderr
allow_connection_pickling = _default.allow_connection_pickling
Pipe = _default.Pipe
Lock = _default.Lock
RLock = _default.RLock
Condition = _default.Condition
Semaphore = _default.Semaphore
BoundedSemaphore = _default.BoundedSemaphore
Event = _default.Event
Barrier = _default.Barrier
Queue = _default.Queue
JoinableQueue = _default.JoinableQueue
SimpleQueue = _default.SimpleQueue
Pool = _default.Pool
Manager = _default.Manager
Value = _default.Value
Array = _default.Array
RawValue = _default.RawValue
RawArray = _default.RawArray


def __getattr__(name):
    if name == "reducer":
        return _default.reducer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["Array", "AuthenticationError", "Barrier", "BoundedSemaphore", "BufferTooShort", "Condition", "Event",
           "JoinableQueue", "Lock", "Manager", "Pipe", "Pool", "Process", "ProcessError", "Queue", "RLock", "RawArray",
           "RawValue", "Semaphore", "SimpleQueue", "TimeoutError", "Value", "active_children",
           "allow_connection_pickling", "cpu_count", "current_process", "freeze_support", "get_all_start_methods",
           "get_context", "get_logger", "get_start_method", "log_to_stderr", "parent_process", "reducer",
           "set_executable", "set_forkserver_preload", "set_start_method"]

if "__main__" in sys.modules:
    sys.modules["__mp_main__"] = sys.modules["__main__"]
