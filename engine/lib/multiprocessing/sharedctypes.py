"""Values and arrays in memory that processes share."""

import ctypes

import _processes
from multiprocessing import get_context
from multiprocessing.context import assert_spawning
from multiprocessing.reduction import ForkingPickler

__all__ = ["RawValue", "RawArray", "Value", "Array", "copy", "synchronized"]

typecode_to_type = {
    "c": ctypes.c_char, "u": ctypes.c_wchar, "b": ctypes.c_byte, "B": ctypes.c_ubyte, "h": ctypes.c_short,
    "H": ctypes.c_ushort, "i": ctypes.c_int, "I": ctypes.c_uint, "l": ctypes.c_long, "L": ctypes.c_ulong,
    "q": ctypes.c_longlong, "Q": ctypes.c_ulonglong, "f": ctypes.c_float, "d": ctypes.c_double,
}


def _new_value(type_):
    shared = _processes.SharedBuffer(ctypes.sizeof(type_))
    return type_._at(shared.bytes, 0, shared)


def RawValue(typecode_or_type, *args):
    """A value in shared memory, without a lock."""
    type_ = typecode_to_type.get(typecode_or_type, typecode_or_type)
    obj = _new_value(type_)
    obj.__init__(*args)
    return obj


def RawArray(typecode_or_type, size_or_initializer):
    """An array in shared memory, without a lock."""
    type_ = typecode_to_type.get(typecode_or_type, typecode_or_type)
    if isinstance(size_or_initializer, int):
        return _new_value(type_ * size_or_initializer)
    result = _new_value(type_ * len(size_or_initializer))
    result.__init__(*size_or_initializer)
    return result


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A value in shared memory, with a lock."""
    return _locked(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """An array in shared memory, with a lock."""
    return _locked(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _locked(obj, lock, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = (ctx or get_context()).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError("%r has no method 'acquire'" % lock)
    return synchronized(obj, lock, ctx=ctx)


def copy(obj):
    new = _new_value(type(obj))
    n = ctypes.sizeof(obj)
    new._b[:n] = obj._b[obj._o:obj._o + n]
    return new


def synchronized(obj, lock=None, ctx=None):
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    if isinstance(obj, ctypes._SimpleCData):
        return Synchronized(obj, lock, ctx)
    if isinstance(obj, ctypes.Array):
        if obj._type_ is ctypes.c_char:
            return SynchronizedString(obj, lock, ctx)
        return SynchronizedArray(obj, lock, ctx)
    names = [field[0] for field in type(obj)._all_fields()]
    made = _structures.get(type(obj))
    if made is None:
        body = {name: _through_lock(name) for name in names}
        made = _structures[type(obj)] = type("Synchronized" + type(obj).__name__, (SynchronizedBase,), body)
    return made(obj, lock, ctx)


_structures = {}


def _through_lock(name):
    def get(self):
        with self._lock:
            return getattr(self._obj, name)

    def put(self, value):
        with self._lock:
            setattr(self._obj, name, value)
    return property(get, put)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or (ctx or get_context(force=True)).RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return "<%s wrapper for %s>" % (type(self).__name__, self._obj)


class Synchronized(SynchronizedBase):
    value = _through_lock("value")


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        with self._lock:
            return self._obj[start:stop]

    def __setslice__(self, start, stop, values):
        with self._lock:
            self._obj[start:stop] = values


class SynchronizedString(SynchronizedArray):
    value = _through_lock("value")
    raw = _through_lock("raw")


def _rebuild(element, length, handle):
    shared = _processes.rebuild(handle)
    type_ = element if length is None else element * length
    return type_._at(shared.bytes, 0, shared)


def _reduce(obj):
    # Only while another process is being started: the memory is shared with that.
    assert_spawning(obj)
    if isinstance(obj, ctypes.Array):
        return _rebuild, (obj._type_, obj._length_, obj._keep.handle)
    return _rebuild, (type(obj), None, obj._keep.handle)


def _register():
    # A reduction for every class of C data, those of programs included.
    plain = ctypes._Data.__reduce__

    def reduce(self):
        return _reduce(self) if self._keep is not None else plain(self)
    ctypes._Data.__reduce__ = reduce


_register()
