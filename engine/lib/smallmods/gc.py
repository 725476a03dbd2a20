"""The collector, told as it is: the end of an object that a program can see comes the moment nothing reaches it, cycles
included; the rest is the host's. So there is nothing to tune, and collect() finds what an operation has left unseen."""
from sys import _UnsupportedError as UnsupportedError
import sys

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage = []
callbacks = []
_enabled = True
_threshold = (700, 10, 10)
_debug = 0
_collections = 0


def enable():
    """Enable automatic garbage collection."""
    global _enabled
    _enabled = True


def disable():
    """Disable automatic garbage collection. (Objects end at once all the same.)"""
    global _enabled
    _enabled = False


def isenabled():
    """Returns true if automatic garbage collection is enabled."""
    return _enabled


def collect(generation=2):
    """Run the garbage collector; answers how many objects ended whose end can be seen."""
    global _collections
    if not isinstance(generation, int):
        raise TypeError(f"'{type(generation).__name__}' object cannot be interpreted as an integer")
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    _collections += 1
    info = {"generation": generation, "collected": 0, "uncollectable": 0}
    for callback in callbacks:
        callback("start", info)
    n = sys._collect()
    info = {"generation": generation, "collected": n, "uncollectable": 0}
    for callback in callbacks:
        callback("stop", info)
    return n


def set_threshold(threshold0, threshold1=10, threshold2=10, /):
    """Set the collection thresholds: they are kept, and have no effect."""
    global _threshold
    _threshold = threshold0, threshold1, threshold2


def get_threshold():
    """Return the current collection thresholds."""
    return _threshold


def get_count():
    """Return a three-tuple of the current collection counts: nothing is counted here."""
    return 0, 0, 0


def get_stats():
    """Return a list of dictionaries containing per-generation statistics."""
    return [{"collections": _collections if g == 2 else 0, "collected": 0, "uncollectable": 0} for g in range(3)]


def set_debug(flags, /):
    """Set the garbage collection debugging flags: they are kept, and have no effect."""
    global _debug
    _debug = flags


def get_debug():
    """Get the garbage collection debugging flags."""
    return _debug


def freeze():
    """Freeze all current tracked objects: there are no generations here."""


def unfreeze():
    """Unfreeze all objects in the permanent generation."""


def get_freeze_count():
    """Return the number of objects in the permanent generation."""
    return 0


def is_tracked(obj, /):
    """Returns true if the object is a container that the collector looks into."""
    if isinstance(obj, (int, float, complex, str, bytes, type(None), range)):
        return False
    if type(obj) is tuple or type(obj) is dict:
        items = obj if type(obj) is tuple else [x for pair in obj.items() for x in pair]
        return any(is_tracked(x) for x in items)
    return type(obj) is not object


def is_finalized(obj, /):
    """Returns true if the object has been already finalized by the collector."""
    return sys._is_finalized(obj)


def get_referents(*objs):
    """Return the list of objects that objs directly refer to."""
    return sys._referents(objs)


def _refuse(name):
    def refused(*args, **kwargs):
        raise UnsupportedError(f"gc.{name}() is not supported: there is no list of all objects; use weak references")
    refused.__name__ = name
    return refused


get_objects = _refuse("get_objects")
get_referrers = _refuse("get_referrers")
