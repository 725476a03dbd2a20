# The plain C types, arrays of them and structures: bytes in a bytearray, which
# may be shared by processes.

from _ctypes import get as _get, put as _put

_letters = {"?": 1, "c": 1, "b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "f": 4, "d": 8, "u": 4}


class _Kind(type):
    # What the classes of C data have in common: sizes, and c_int * 3.

    def __mul__(cls, n):
        if not isinstance(n, int):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        if n < 0:
            raise ValueError("Array length must be >= 0, not %d" % n)
        made = _arrays.get((cls, n))
        if made is None:
            made = _Kind("%s_Array_%d" % (cls.__name__, n), (Array,), {"_type_": cls, "_length_": n})
            _arrays[cls, n] = made
        return made

    __rmul__ = __mul__

    @property
    def _size(cls):
        code = cls.__dict__.get("_type_") or getattr(cls, "_type_", None)
        if isinstance(code, str):
            return _letters[code]
        if code is not None:
            return code._size * cls._length_
        return cls._layout_()[1]


_arrays = {}


class _Data(metaclass=_Kind):
    __slots__ = ("_b", "_o", "_keep", "__dict__")

    @classmethod
    def _at(cls, buffer, offset, keep=None):
        # An object for bytes that are there already.
        self = object.__new__(cls)
        self._b, self._o, self._keep = buffer, offset, keep
        return self

    def __new__(cls, *args, **kwds):
        self = object.__new__(cls)
        self._b, self._o, self._keep = bytearray(cls._size), 0, None
        return self

    @classmethod
    def from_buffer(cls, source, offset=0):
        return cls._at(source, offset)

    def __reduce__(self):
        data = bytes(self._b[self._o:self._o + type(self)._size])
        return _rebuild, (type(self), data)


def _rebuild(cls, data):
    return cls._at(bytearray(data), 0)


class _SimpleCData(_Data):
    __slots__ = ()

    def __init__(self, value=None):
        if value is not None:
            self.value = value

    @property
    def value(self):
        return _get(self._b, self._o, self._type_)

    @value.setter
    def value(self, value):
        _put(self._b, self._o, self._type_, value)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.value)

    def __bool__(self):
        return bool(self.value)


class Array(_Data):
    def __init__(self, *args):
        if len(args) > self._length_:
            raise RuntimeError("invalid index")
        for i, x in enumerate(args):
            self[i] = x

    def __len__(self):
        return self._length_

    def _index(self, i):
        if i < 0:
            i += self._length_
        if not 0 <= i < self._length_:
            raise IndexError("invalid index")
        return i

    def __getitem__(self, i):
        kind = self._type_
        if isinstance(i, slice):
            items = [self[k] for k in range(*i.indices(self._length_))]
            if kind is c_char:
                return b"".join(items)
            return "".join(items) if kind is c_wchar else items
        at = self._o + self._index(i) * kind._size
        if _SimpleCData in kind.__bases__:
            return _get(self._b, at, kind._type_)
        return kind._at(self._b, at, self._keep)

    def __setitem__(self, i, x):
        kind = self._type_
        if isinstance(i, slice):
            places = range(*i.indices(self._length_))
            if len(places) != len(x):
                raise ValueError("Can only assign sequence of same size")
            for k, item in zip(places, x):
                self[k] = item
            return
        at = self._o + self._index(i) * kind._size
        if isinstance(x, _SimpleCData) and isinstance(x, kind):
            x = x.value
        if isinstance(getattr(kind, "_type_", None), str):
            _put(self._b, at, kind._type_, x)
        elif isinstance(x, tuple):
            kind.__init__(kind._at(self._b, at), *x)
        else:
            size = kind._size
            self._b[at:at + size] = x._b[x._o:x._o + size]

    def __iter__(self):
        for i in range(self._length_):
            yield self[i]

    @property
    def raw(self):
        self._text()
        return bytes(self._b[self._o:self._o + self._length_])

    @raw.setter
    def raw(self, data):
        self._text()
        if len(data) > self._length_:
            raise ValueError("byte string too long")
        self._b[self._o:self._o + len(data)] = data

    @property
    def value(self):
        if self._type_ is c_wchar:
            return "".join(self).split("\0")[0]
        return self.raw.split(b"\0")[0]

    @value.setter
    def value(self, data):
        if self._type_ is c_wchar:
            data = data[:self._length_] + "\0" * (len(data) < self._length_)
            for i, x in enumerate(data):
                self[i] = x
            return
        self._text()
        if not isinstance(data, bytes):
            raise TypeError("bytes expected instead of %s instance" % type(data).__name__)
        if len(data) > self._length_:
            raise ValueError("byte string too long")
        self.raw = data + b"\0" * (len(data) < self._length_)

    def _text(self):
        if self._type_ is not c_char:
            raise AttributeError("'%s' object has no attribute 'value'" % type(self).__name__)


class Structure(_Data):
    _fields_ = ()

    @classmethod
    def _layout_(cls):
        # Each field begins at a multiple of its size, or of that of what it is made of.
        places, at, widest = {}, 0, 1
        for name, kind in cls._all_fields():
            align = _alignment(kind)
            widest = max(widest, align)
            at = (at + align - 1) // align * align
            places[name] = (kind, at)
            at += kind._size
        return places, (at + widest - 1) // widest * widest

    @classmethod
    def _all_fields(cls):
        for k in reversed(cls.__mro__):
            yield from k.__dict__.get("_fields_", ())

    def __init__(self, *args, **kwds):
        names = [f[0] for f in self._all_fields()]
        if len(args) > len(names):
            raise TypeError("too many initializers")
        for name, x in zip(names, args):
            setattr(self, name, x)
        for name, x in kwds.items():
            setattr(self, name, x)

    def __getattr__(self, name):
        found = type(self)._layout_()[0].get(name)
        if found is None:
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        kind, at = found
        if _SimpleCData in kind.__bases__:
            return _get(self._b, self._o + at, kind._type_)
        return kind._at(self._b, self._o + at, self._keep)

    def __setattr__(self, name, x):
        found = None if name in ("_b", "_o", "_keep") else type(self)._layout_()[0].get(name)
        if found is None:
            object.__setattr__(self, name, x)
            return
        kind, at = found
        if _SimpleCData in kind.__bases__:
            _put(self._b, self._o + at, kind._type_, x.value if isinstance(x, _SimpleCData) else x)
        else:
            size = kind._size
            self._b[self._o + at:self._o + at + size] = x._b[x._o:x._o + size]


def _alignment(kind):
    if issubclass(kind, Array):
        return _alignment(kind._type_)
    if issubclass(kind, Structure):
        return max([_alignment(k) for _, k in kind._all_fields()], default=1)
    return kind._size


def sizeof(x):
    return (x if isinstance(x, type) else type(x))._size


def addressof(obj):
    return id(obj._b) + obj._o


def memset(dst, c, count):
    dst._b[dst._o:dst._o + count] = bytes([c]) * count


def create_string_buffer(init, size=None):
    if isinstance(init, int):
        return (c_char * init)()
    buf = (c_char * (len(init) + 1 if size is None else size))()
    buf.value = init
    return buf


def _make(name, letter):
    globals()[name] = _Kind(name, (_SimpleCData,), {"_type_": letter, "__slots__": (), "__module__": "ctypes"})


for _name, _letter in (("c_bool", "?"), ("c_char", "c"), ("c_byte", "b"), ("c_ubyte", "B"), ("c_short", "h"),
                       ("c_ushort", "H"), ("c_int", "i"), ("c_uint", "I"), ("c_long", "l"), ("c_ulong", "L"),
                       ("c_float", "f"), ("c_double", "d"), ("c_wchar", "u")):
    _make(_name, _letter)

c_longlong, c_ulonglong = c_long, c_ulong
c_int8, c_uint8, c_int16, c_uint16 = c_byte, c_ubyte, c_short, c_ushort
c_int32, c_uint32, c_int64, c_uint64 = c_int, c_uint, c_long, c_ulong
c_size_t, c_ssize_t, c_time_t = c_ulong, c_long, c_long


def __getattr__(name):
    if name in ("CDLL", "cdll", "pydll", "PyDLL", "pythonapi", "CFUNCTYPE", "POINTER", "pointer", "byref", "cast", "util",
                "c_char_p", "c_wchar_p", "c_void_p", "py_object", "Union"):
        from _thread import _unsupported
        _unsupported("ctypes.%s: this computer has no C libraries; only the plain C types, arrays and structures "
                     "are there, for shared memory" % name)
    raise AttributeError(f"module 'ctypes' has no attribute {name!r}")
