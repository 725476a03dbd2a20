"""Pickling for other processes, with reductions for what can only be sent to one."""

import copyreg
import pickle
from _pickle import _dumps, _loads

HAVE_SEND_HANDLE = True


class ForkingPickler(pickle.Pickler):
    """A pickler that knows how connections and locks go to another process."""

    _extra_reducers = {}
    _copyreg_dispatch = copyreg.dispatch_table

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = dict(self._copyreg_dispatch)
        self.dispatch_table.update(self._extra_reducers)

    @classmethod
    def register(cls, type, reduce):
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        if cls is ForkingPickler and protocol is None:
            return _dumps(obj, _reducers or None)
        parts = _Parts()
        cls(parts, protocol).dump(obj)
        return b"".join(parts.list)

    loads = staticmethod(_loads)


class _Parts:
    """What is written to it, in a list."""

    def __init__(self):
        self.list = []
        self.write = self.list.append


_reducers = ForkingPickler._extra_reducers


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    ForkingPickler(file, protocol).dump(obj)


def loads_prepared(payload, prepare):
    """Both parts of what a spawned process gets, the second after the first has been used."""
    first, rest = _loads(payload)
    prepare(first)
    return first, _loads(rest)


def DupHandle(handle):
    return handle
