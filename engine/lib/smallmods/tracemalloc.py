"""Traced memory: the engine's own account of what the process's objects take. It knows no allocation sites."""
from sys import _UnsupportedError as UnsupportedError
import sys
from collections import namedtuple

_tracing = False
_peak = 0


def start(nframe=1, /):
    """Start tracing: from now on the account can be asked for."""
    global _tracing, _peak
    _tracing, _peak = True, 0
    get_traced_memory()


def stop():
    """Stop tracing."""
    global _tracing
    _tracing = False


def is_tracing():
    """Return True if the tracemalloc module is tracing."""
    return _tracing


def get_traced_memory():
    """(current, peak) size in bytes of the objects that the program can reach; the peak is of the moments asked."""
    global _peak
    if not _tracing:
        return 0, 0
    now = sys._live_bytes()
    _peak = max(_peak, now)
    return now, _peak


def reset_peak():
    global _peak
    _peak = 0
    get_traced_memory()


def get_tracemalloc_memory():
    return 0


def get_traceback_limit():
    return 1


def clear_traces():
    reset_peak()


def _refuse(name):
    def refused(*args, **kwargs):
        raise UnsupportedError(f"tracemalloc.{name}() is not supported: allocations have no sites here; "
                               "use get_traced_memory()")
    refused.__name__ = name
    return refused


take_snapshot, get_object_traceback = _refuse("take_snapshot"), _refuse("get_object_traceback")
