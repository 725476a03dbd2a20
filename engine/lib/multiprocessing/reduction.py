"""Pickling for other processes, with reductions for what can only be sent to one."""

import copyreg
import io
import pickle

import _processes
from multiprocessing import context

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
        buf = io.BytesIO()
        cls(buf, protocol).dump(obj)
        return buf.getbuffer()

    loads = staticmethod(pickle.loads)


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    ForkingPickler(file, protocol).dump(obj)


def loads_prepared(payload, prepare):
    """Both parts of what a spawned process gets, the second after the first has been used."""
    first, rest = pickle.loads(payload)
    prepare(first)
    return first, pickle.loads(rest)


def DupHandle(handle):
    return handle
